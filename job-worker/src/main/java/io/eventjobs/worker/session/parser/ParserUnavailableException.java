package io.eventjobs.worker.session.parser;

import java.io.IOException;

/** No parser process can be started: a trouble of this worker, not of a file. */
public final class ParserUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    ParserUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
