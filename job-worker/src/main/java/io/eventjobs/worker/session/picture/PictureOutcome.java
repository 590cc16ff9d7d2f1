package io.eventjobs.worker.session.picture;

import java.util.Optional;

/** What became of one picture. */
public sealed interface PictureOutcome {
    /** Of a file that was fetched: depends on whether it is a picture, and one to look at. */
    static PictureOutcome of(Optional<PictureFile> file) {
        if (file.isEmpty()) {
            return new Missing("not one of PNG, JPEG, GIF, WebP and AVIF");
        }
        return file.get().header().isTiny() ? new Decorative() : new Included(file.get());
    }

    /** It is put into the bundle. */
    record Included(PictureFile file) implements PictureOutcome {}

    /** Too small to be looked at: it counts readers or fills space. */
    record Decorative() implements PictureOutcome {}

    /**
     * It stays a link.
     *
     * @param reason as part of a warning
     */
    record Missing(String reason) implements PictureOutcome {}
}
