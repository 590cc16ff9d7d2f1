package io.eventjobs.gateway.error;

import java.util.List;

/** A request cannot be fulfilled; becomes the error envelope. The message is shown to the client. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<FieldFault> faults;

    public ApiException(ErrorCode code, String message) {
        this(code, message, List.of());
    }

    public ApiException(ErrorCode code, String message, List<FieldFault> faults) {
        super(message);
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    public ErrorCode code() {
        return code;
    }

    /** All faults of the request, in field order. */
    public List<FieldFault> faults() {
        return faults;
    }
}
