package io.eventjobs.standalone.embedded;

import java.util.Collection;
import java.util.Map;

/** Estimates the heap size of a BSON value, for the bound of the file's page cache. */
final class BsonHeapSize {
    private static final int ENTRY_BYTES = 48;
    private static final int OBJECT_BYTES = 24;

    private BsonHeapSize() {}

    static int of(Object value) {
        if (value instanceof String text) {
            return OBJECT_BYTES + ENTRY_BYTES + text.length();
        }
        if (value instanceof Map<?, ?> document) {
            return ofEntries(document);
        }
        if (value instanceof Collection<?> values) {
            return ENTRY_BYTES + values.stream().mapToInt(BsonHeapSize::of).sum();
        }
        return OBJECT_BYTES;
    }

    private static int ofEntries(Map<?, ?> document) {
        int bytes = ENTRY_BYTES;
        for (Map.Entry<?, ?> entry : document.entrySet()) {
            bytes += ENTRY_BYTES + OBJECT_BYTES + String.valueOf(entry.getKey()).length() + of(entry.getValue());
        }
        return bytes;
    }
}
