package io.eventjobs.worker.session.parser;

/** Notified of the starts and ends of parser processes. Thread-safe. */
public interface ParserListener {
    /** Does nothing. */
    ParserListener NONE = new ParserListener() {
        @Override
        public void started() {}

        @Override
        public void ended(ParserEnd end) {}
    };

    /** A process is being started. */
    void started();

    /** A process has ended, for this reason. */
    void ended(ParserEnd end);
}
