package io.eventjobs.worker.session.parser;

/** A parser process has ended, or must end, before it gave a valid answer. */
final class ParserEndedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ParserEnd end;

    ParserEndedException(ParserEnd end, String detail) {
        super(detail);
        this.end = end;
    }

    ParserEnd end() {
        return end;
    }
}
