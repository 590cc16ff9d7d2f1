package io.eventjobs.benchmarks.peers;

/** A job system that is embedded in this process. Its jobs do nothing but count. */
interface Peer {
    /** Name and version. */
    String name();

    /** How it is tuned, in words. */
    String tuning();

    /** Stores jobs with these payloads, durably; nothing runs them yet. */
    void store(Iterable<String> payloads);

    /** Starts to run what is stored; {@code done} is called in each job. */
    Running start(Runnable done);

    /** Jobs that are stored and not recorded as done. */
    long unfinished();

    /** A started scheduler. */
    interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
