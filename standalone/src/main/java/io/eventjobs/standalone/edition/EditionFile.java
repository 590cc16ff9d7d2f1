package io.eventjobs.standalone.edition;

import java.nio.file.Path;
import java.util.Map;

/**
 * A file that a document shows.
 *
 * @param name in the folder of its session
 * @param content on this machine
 */
record EditionFile(String name, String contentType, Path content) {
    /** Types that neither a browser nor a reading system runs; all others are left out. */
    private static final Map<String, String> EXTENSIONS =
            Map.of("image/jpeg", ".jpg", "image/png", ".png", "image/gif", ".gif", "image/webp", ".webp");

    static boolean isShown(String contentType) {
        return EXTENSIONS.containsKey(contentType);
    }
}
