package io.eventjobs.document.pdf.layout;

import java.util.Map;
import java.util.TreeMap;

/** How much is written in which size, to half a point. */
final class FontSizes {
    private final TreeMap<Float, Integer> characters = new TreeMap<>();

    void add(float size, int count) {
        characters.merge(Math.round(size * 2) / 2f, count, Integer::sum);
    }

    /** The size in which most is written. */
    float body() {
        return characters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(1f);
    }
}
