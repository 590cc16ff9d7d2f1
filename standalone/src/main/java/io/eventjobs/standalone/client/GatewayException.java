package io.eventjobs.standalone.client;

/** The gateway refused, or did not answer; the message can be shown to a person. */
public final class GatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    public GatewayException(String message) {
        super(message);
        this.message = message;
    }

    /** Whether the gateway refused with this code. */
    public boolean is(String code) {
        return message.startsWith(code + ":");
    }
}
