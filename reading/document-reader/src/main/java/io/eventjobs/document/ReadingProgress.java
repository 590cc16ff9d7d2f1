package io.eventjobs.document;

/** Is notified of each page that is done; called on the thread that reads. */
@FunctionalInterface
public interface ReadingProgress {
    /**
     * @param pages how many are done
     * @param of how many there are to be read
     */
    void read(int pages, int of);
}
