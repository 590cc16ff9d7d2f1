package io.eventjobs.artifact;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Checks keys. Clients normalise empty and dot segments away, so that two keys with them could be one object. */
final class ObjectKeys {
    /** The limit of S3, in UTF-8. */
    private static final int MAX_BYTES = 1024;

    private ObjectKeys() {}

    static String required(String key) {
        if (key.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("object key must have at most " + MAX_BYTES + " bytes");
        }
        for (String segment : key.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException(
                        "object key must not have empty, . or .. segments, but is \"" + key + '"');
            }
        }
        return key;
    }

    static List<String> required(List<String> keys) {
        keys.forEach(ObjectKeys::required);
        return keys;
    }
}
