package io.eventjobs.worker.session.slides;

import java.nio.file.Path;
import java.util.Locale;

/**
 * What to render.
 *
 * @param pdf a local file, from anywhere
 * @param folder where the images go, named {@code slide_001.jpg} and on
 * @param firstNumber of the first page, from 1
 * @param mostPages pages beyond are left out, with a warning
 */
public record SlideOrder(Path pdf, Path folder, int firstNumber, int mostPages) {
    Path image(int number) {
        return folder.resolve(String.format(Locale.ROOT, "slide_%03d.jpg", number));
    }
}
