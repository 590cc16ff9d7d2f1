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
     * What is wrong.
     *
     * @param details of each field that is wrong, empty if no field is
     * @param errorId finds this answer in the log
     */
    public record Detail(ErrorCode code, String message, List<FieldFault> details, String errorId) {}
}
