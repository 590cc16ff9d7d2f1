package io.eventjobs.worker.session.attachment;

/** Is told of each page that is done. */
@FunctionalInterface
public interface ReadingProgress {
    void read(int pages, int of);
}
