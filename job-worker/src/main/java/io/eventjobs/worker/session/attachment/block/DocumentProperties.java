package io.eventjobs.worker.session.attachment.block;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a document says of itself, made readable and bounded. Not thread-safe. */
public final class DocumentProperties {
    private static final int LONGEST = 500;

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Adds what is not blank. */
    public void add(String name, @Nullable String value) {
        String clean = value == null ? "" : CleanText.oneLine(value);
        if (!clean.isEmpty()) {
            values.put(name, clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "…");
        }
    }

    /** In the order in which they were added. */
    public Map<String, String> values() {
        return new LinkedHashMap<>(values);
    }
}
