package io.eventjobs.document.pdf;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The images of a page.
 *
 * @param image 1,280 pixels wide; null if there is none
 * @param small 320 pixels wide, for galleries; null if there is none
 */
public record PageView(@Nullable Path image, @Nullable Path small) {
    /** A page without images. */
    public static final PageView NONE = new PageView(null, null);

    public List<Path> files() {
        return Stream.of(image, small).flatMap(Stream::ofNullable).toList();
    }
}
