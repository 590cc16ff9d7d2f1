package io.eventjobs.worker.session.picture;

import java.util.Optional;

/** What became of one picture. */
public sealed interface PictureOutcome {
    /** Of a file that was fetched: whether it is a picture, and one to be seen. */
    static PictureOutcome of(Optional<PictureFile> file) {
        if (file.isEmpty()) {
            return new Missed("not one of PNG, JPEG, GIF, WebP and AVIF");
        }
        return file.get().header().isTiny() ? new Unwanted() : new Kept(file.get());
    }

    record Kept(PictureFile file) implements PictureOutcome {}

    /** Nobody is meant to see it. */
    record Unwanted() implements PictureOutcome {}

    /** @param reason as it is told in a warning */
    record Missed(String reason) implements PictureOutcome {}
}
