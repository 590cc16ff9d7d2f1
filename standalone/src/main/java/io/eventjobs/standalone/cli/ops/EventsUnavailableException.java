package io.eventjobs.standalone.cli.ops;

/** Kafka does not respond, or the events cannot be read; the message is for the user. */
final class EventsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventsUnavailableException(String message) {
        super(message);
    }
}
