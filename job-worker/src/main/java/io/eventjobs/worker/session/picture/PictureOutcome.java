package io.eventjobs.worker.session.picture;

import java.util.Optional;

/** The outcome for one picture. */
public sealed interface PictureOutcome {
    /** The outcome for a fetched file, depending on its content. */
    static PictureOutcome of(Optional<PictureFile> file) {
        if (file.isEmpty()) {
            return new Missing("not one of PNG, JPEG, GIF, WebP and AVIF");
        }
        return file.get().header().isTiny() ? new Decorative() : new Included(file.get());
    }

    /** It is put into the bundle. */
    record Included(PictureFile file) implements PictureOutcome {}

    /** Too small to be content: a tracking pixel or a spacer. */
    record Decorative() implements PictureOutcome {}

    /**
     * It stays a link.
     *
     * @param reason as part of a warning
     */
    record Missing(String reason) implements PictureOutcome {}
}
