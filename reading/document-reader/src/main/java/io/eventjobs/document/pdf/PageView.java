package io.eventjobs.document.pdf;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Images of a page.
 *
 * @param image wide enough for a screen; null if there is none
 * @param small the same for a gallery; null where it could not be made
 */
public record PageView(@Nullable Path image, @Nullable Path small) {
    public static final PageView NONE = new PageView(null, null);

    public List<Path> files() {
        return Stream.of(image, small).flatMap(Stream::ofNullable).toList();
    }
}
