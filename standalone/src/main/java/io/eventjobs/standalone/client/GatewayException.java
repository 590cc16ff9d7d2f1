package io.eventjobs.standalone.client;

/** A gateway refused a request or did not respond, or an argument is wrong; the message is for the user. */
public final class GatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;
    private final boolean isSilence;

    public GatewayException(String message) {
        this(message, false);
    }

    private GatewayException(String message, boolean isSilence) {
        super(message);
        this.message = message;
        this.isSilence = isSilence;
    }

    /** There was no response. */
    static GatewayException ofSilence(String message) {
        return new GatewayException(message, true);
    }

    /** Whether no gateway responded at all. */
    public boolean isSilence() {
        return isSilence;
    }

    /** Whether the gateway refused with this error code. */
    public boolean is(String code) {
        return message.startsWith(code + ":");
    }
}
