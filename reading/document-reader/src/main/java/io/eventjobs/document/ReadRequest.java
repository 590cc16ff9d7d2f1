package io.eventjobs.document;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file to read, and where its images are written.
 *
 * @param file a local file of any origin
 * @param folder for the images, named {@code slide_001.jpg}, {@code slide_001_small.jpg}, {@code picture_1_01.png} and so on
 * @param documentNumber number of this file among those whose images share the folder, from 1
 * @param firstPageNumber number of the first page, from 1
 * @param maxPages further pages are left out, with a warning
 */
public record ReadRequest(Path file, Path folder, int documentNumber, int firstPageNumber, int maxPages) {
    /** Default for {@link #maxPages}. */
    public static final int MAX_PAGES = 500;

    /** For a single file, whose pages are numbered from 1. */
    public static ReadRequest of(Path file, Path folder) {
        return new ReadRequest(file, folder, 1, 1, MAX_PAGES);
    }

    /** This request for another file. */
    public ReadRequest withFile(Path other) {
        return new ReadRequest(other, folder, documentNumber, firstPageNumber, maxPages);
    }

    /** This request with its images in another folder. */
    public ReadRequest withFolder(Path other) {
        return new ReadRequest(file, other, documentNumber, firstPageNumber, maxPages);
    }

    /** The image of a page. */
    public Path image(int number) {
        return image(number, ".jpg");
    }

    /**
     * The image of a page in its original format.
     *
     * @param extension with its dot; null for {@code .jpg}
     */
    public Path image(int number, @Nullable String extension) {
        return folder.resolve(
                String.format(Locale.ROOT, "slide_%03d%s", number, extension == null ? ".jpg" : extension));
    }

    /** The thumbnail of a page. */
    public Path small(int number) {
        return folder.resolve(String.format(Locale.ROOT, "slide_%03d_small.jpg", number));
    }

    /**
     * A picture embedded in the document.
     *
     * @param index from 0
     * @param extension with its dot
     */
    public Path picture(int index, String extension) {
        return folder.resolve(String.format(Locale.ROOT, "picture_%d_%02d%s", documentNumber, index + 1, extension));
    }
}
