package io.eventjobs.standalone.cli;

/** The gateway refused, or did not answer; the message can be shown to a person. */
final class GatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GatewayException(String message) {
        super(message);
    }
}
