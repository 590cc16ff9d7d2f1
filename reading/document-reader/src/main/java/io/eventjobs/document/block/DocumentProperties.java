package io.eventjobs.document.block;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the metadata of a document, cleaned and length-limited. Not thread-safe. */
public final class DocumentProperties {
    private static final int MAX_LENGTH = 500;
    /** Default values written by programs. */
    private static final Pattern MEANINGLESS = Pattern.compile(
            "(?i)\\(?(anonymous|unspecified|untitled|unknown|none)\\)?|powerpoint presentation|slide 1|untitled document");

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Adds a value unless it is blank. */
    public void add(String name, @Nullable String value) {
        String clean = value == null ? "" : CleanText.oneLine(value);
        if (!clean.isEmpty() && !MEANINGLESS.matcher(clean).matches()) {
            values.put(name, clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH - 1) + "…");
        }
    }

    /** In insertion order. */
    public Map<String, String> values() {
        return new LinkedHashMap<>(values);
    }
}
