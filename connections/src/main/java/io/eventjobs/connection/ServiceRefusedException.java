package io.eventjobs.connection;

/**
 * A service answers and refuses this process: it will do so until somebody changes a setting. The message is a sentence that
 * names the service, the fault and the setting. It has no cause, so that it is what people are shown.
 */
public final class ServiceRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServiceRefusedException(String message) {
        super(message);
    }
}
