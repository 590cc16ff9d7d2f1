package io.eventjobs.document;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What to read.
 *
 * @param file a local file, from anywhere
 * @param folder where images go, named {@code slide_001.jpg}, {@code slide_001_small.jpg}, {@code picture_1_01.png} and on
 * @param documentNumber of the file among all that are read for one document, from 1
 * @param firstPageNumber of the first page, from 1
 * @param maxPages pages beyond are left out, with a warning
 */
public record ReadRequest(Path file, Path folder, int documentNumber, int firstPageNumber, int maxPages) {
    /** Of another file in its place. */
    ReadRequest of(Path other) {
        return new ReadRequest(other, folder, documentNumber, firstPageNumber, maxPages);
    }

    public Path image(int number) {
        return image(number, ".jpg");
    }

    /** @param extension of the name, with its dot; null for the usual one */
    public Path image(int number, @Nullable String extension) {
        return folder.resolve(
                String.format(Locale.ROOT, "slide_%03d%s", number, extension == null ? ".jpg" : extension));
    }

    public Path small(int number) {
        return folder.resolve(String.format(Locale.ROOT, "slide_%03d_small.jpg", number));
    }

    /** @param extension of the name, with its dot */
    public Path picture(int index, String extension) {
        return folder.resolve(String.format(Locale.ROOT, "picture_%d_%02d%s", documentNumber, index + 1, extension));
    }
}
