package io.eventjobs.gateway.error;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Gives the envelope also to errors that Tomcat raises before any filter (a malformed request line, an encoded slash). */
public class EnvelopeValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ErrorCode code = ContainerErrors.ofStatus(status);
        if (status == HttpServletResponse.SC_NOT_IMPLEMENTED) {
            // The request's fault, so that no fault of the gateway is seen where there is none.
            response.setStatus(code.status());
        }
        String body = ErrorEnvelope.json(code);
        try {
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Writer reporter = response.getReporter();
            if (reporter != null) {
                reporter.write(body);
            }
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // The client is gone or the response has started, so nothing can be sent.
            return;
        }
    }
}
