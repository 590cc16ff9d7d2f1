package io.eventjobs.document;

/** Notified of each finished page, on the reading thread. */
@FunctionalInterface
public interface ReadingProgress {
    /**
     * @param pages number of finished pages
     * @param of total number of pages to read
     */
    void read(int pages, int of);
}
