package io.eventjobs.document.pdf;

import java.nio.file.Path;

/** The files that images of pages are written to; pages count from 1. */
public interface PageFiles {
    /** A folder that may be written to, for what is needed meanwhile. */
    Path folder();

    Path image(int page);

    Path small(int page);
}
