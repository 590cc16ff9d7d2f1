package io.eventjobs.artifact;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which keys every S3 means the same by: clients fold empty and dot segments away, so two keys would be one object. */
final class ObjectKeys {
    /** Longest key that S3 takes, in bytes of UTF-8. */
    private static final int MAX_LENGTH = 1024;

    private ObjectKeys() {}

    static String required(String key) {
        if (key.getBytes(StandardCharsets.UTF_8).length > MAX_LENGTH) {
            throw new IllegalArgumentException("an object key has at most " + MAX_LENGTH + " bytes");
        }
        for (String segment : key.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("an object key has no empty or dot segments: " + key);
            }
        }
        return key;
    }

    static List<String> required(List<String> keys) {
        keys.forEach(ObjectKeys::required);
        return keys;
    }
}
