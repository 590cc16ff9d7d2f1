package io.eventjobs.standalone.client;

/** A gateway refused a request or did not respond, or an argument is wrong; the message is for the user. */
public final class GatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    public GatewayException(String message) {
        super(message);
        this.message = message;
    }

    /** Whether the gateway refused with this error code. */
    public boolean is(String code) {
        return message.startsWith(code + ":");
    }
}
