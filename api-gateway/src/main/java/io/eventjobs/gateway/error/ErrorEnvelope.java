package io.eventjobs.gateway.error;

import java.util.List;

/**
 * The JSON form of every error.
 *
 * @param status always {@code error}
 */
public record ErrorEnvelope(String status, Detail error) {
    static ErrorEnvelope of(ErrorCode code, String message, List<FieldFault> details, String errorId) {
        return new ErrorEnvelope("error", new Detail(code, message, details, errorId));
    }

    /**
     * The error.
     *
     * @param details one entry for each invalid field, empty if no field is invalid
     * @param errorId identifies this response in the log
     */
    public record Detail(ErrorCode code, String message, List<FieldFault> details, String errorId) {}
}
