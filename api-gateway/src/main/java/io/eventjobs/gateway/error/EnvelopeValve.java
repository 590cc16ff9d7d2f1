package io.eventjobs.gateway.error;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** What Tomcat itself refuses, before any filter (a broken request line, an encoded slash), gets the envelope too. */
public class EnvelopeValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ErrorCode code = ContainerErrors.ofStatus(status);
        String body =
                "{\"status\":\"error\",\"error\":{\"code\":\"%s\",\"message\":\"%s\",\"details\":[],\"error_id\":\"%s\"}}"
                        .formatted(code, code.meaning(), UUID.randomUUID());
        try {
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Writer reporter = response.getReporter();
            if (reporter != null) {
                reporter.write(body);
            }
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // The client is gone or the answer has begun: there is nothing left to say.
            return;
        }
    }
}
