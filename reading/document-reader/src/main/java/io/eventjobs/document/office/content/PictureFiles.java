package io.eventjobs.document.office.content;

import java.nio.file.Path;

/** Target files for the pictures of a document. */
@FunctionalInterface
public interface PictureFiles {
    /** @param index from 0; @param extension with its dot */
    Path picture(int index, String extension);
}
