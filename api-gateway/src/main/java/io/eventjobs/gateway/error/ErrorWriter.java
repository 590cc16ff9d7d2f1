package io.eventjobs.gateway.error;

import io.eventjobs.gateway.log.LogKeys;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the error envelope outside of controllers, as in filters and the container's error pages. */
@Component
public class ErrorWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorWriter.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final JsonMapper mapper;

    ErrorWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Sends this error, with a time to retry unless the response has one already, and unless the response has already started. */
    public void write(HttpServletResponse response, ErrorCode code, String message, List<FieldFault> details)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        ErrorEnvelope envelope = envelope(code, message, details);
        response.resetBuffer();
        response.setStatus(code.status());
        response.setContentType("application/json");
        if (asksToRetry(code) && response.getHeader("Retry-After") == null) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        response.getOutputStream().write(mapper.writeValueAsBytes(envelope));
    }

    ErrorEnvelope envelope(ErrorCode code, String message, List<FieldFault> details) {
        String errorId = UUID.randomUUID().toString();
        LOG.atDebug()
                .addKeyValue(LogKeys.ERROR_ID, errorId)
                .addKeyValue("code", code)
                .log("Request answered with an error");
        return ErrorEnvelope.of(code, message, details, errorId);
    }

    static boolean asksToRetry(ErrorCode code) {
        return code.status() == 429 || code.status() == 503;
    }

    static String retryAfterSeconds() {
        return RETRY_AFTER_SECONDS;
    }
}
