package io.eventjobs.document.pdf.layout;

import java.util.Map;
import java.util.TreeMap;

/** Counts characters per font size, rounded to half a point. */
final class FontSizes {
    private final TreeMap<Float, Integer> characters = new TreeMap<>();

    void add(float size, int count) {
        characters.merge(Math.round(size * 2) / 2f, count, Integer::sum);
    }

    /** The size of most text. */
    float body() {
        return characters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(1f);
    }
}
