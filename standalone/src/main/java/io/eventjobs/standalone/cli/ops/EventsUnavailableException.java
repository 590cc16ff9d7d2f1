package io.eventjobs.standalone.cli.ops;

/** Kafka does not answer, or has not what was asked for; the message can be shown to a person. */
final class EventsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventsUnavailableException(String message) {
        super(message);
    }
}
