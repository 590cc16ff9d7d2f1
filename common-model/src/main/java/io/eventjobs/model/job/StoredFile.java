package io.eventjobs.model.job;

/**
 * A file that an execution stored.
 *
 * @param path relative to the execution's prefix, e.g. {@code FOSDEM 2025/en/Keynotes/closing.md}
 * @param contentType media type
 * @param bytes size in bytes
 * @param sha256 of the content, 64 hex digits
 */
public record StoredFile(String path, String contentType, long bytes, String sha256) {
    private static final int MAX_PATH = 1_000;

    /** Workers name their files, and a broken or hostile one could name those of others: its report is not read, then. */
    public StoredFile {
        if (!isBelowItsPrefix(path)) {
            throw new IllegalArgumentException(
                    "path must be relative, without .. segments, \\ and control characters, but is \"" + path + '"');
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes is negative: " + bytes);
        }
    }

    /** Whether a path names nothing outside the prefix that it is relative to. */
    public static boolean isBelowItsPrefix(String path) {
        return !path.isEmpty()
                && path.length() <= MAX_PATH
                && !path.startsWith("/")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl)
                && !("/" + path + "/").contains("/../");
    }
}
