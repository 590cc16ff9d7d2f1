package io.eventjobs.document.pdf;

import java.nio.file.Path;

/** Target files of page images; pages are numbered from 1. */
public interface PageFiles {
    /** An existing folder for temporary files. */
    Path folder();

    Path image(int page);

    Path small(int page);
}
