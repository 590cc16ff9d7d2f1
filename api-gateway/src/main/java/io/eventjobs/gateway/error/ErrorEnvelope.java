package io.eventjobs.gateway.error;

import java.util.List;
import java.util.UUID;

/**
 * The JSON form of every error.
 *
 * @param status always {@code error}
 */
public record ErrorEnvelope(String status, Detail error) {
    static ErrorEnvelope of(ErrorCode code, String message, List<FieldFault> details, String errorId) {
        return new ErrorEnvelope("error", new Detail(code, message, details, errorId));
    }

    /** The text of an error about which no more is known, where there is no mapper. */
    public static String json(ErrorCode code) {
        return "{\"status\":\"error\",\"error\":{\"code\":\"%s\",\"message\":\"%s\",\"details\":[],\"error_id\":\"%s\"}}"
                .formatted(code, code.meaning(), UUID.randomUUID());
    }

    /**
     * The error.
     *
     * @param details one entry for each invalid field, empty if no field is invalid
     * @param errorId identifies this response in the log
     */
    public record Detail(ErrorCode code, String message, List<FieldFault> details, String errorId) {}
}
