package io.eventjobs.worker.session.slides;

/** Is told of each page that is done. */
@FunctionalInterface
public interface SlideProgress {
    void rendered(int pages, int of);
}
