package io.eventjobs.document;

/** Is told of each page that is done. */
@FunctionalInterface
public interface ReadingProgress {
    void read(int pages, int of);
}
