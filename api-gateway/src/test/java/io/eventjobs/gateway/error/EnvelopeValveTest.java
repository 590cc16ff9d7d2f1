package io.eventjobs.gateway.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.web.ApiJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.OutputBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EnvelopeValveTest {
    private final Sent sent = new Sent();
    private final org.apache.coyote.Response wire = wire();
    private final Response response = new Response(wire);
    private final Request request = request(wire);

    @Test
    void whatTomcatRefusesBeforeAnyFilterHasTheEnvelopeToo() {
        response.setStatus(400);

        report(new IllegalArgumentException("Invalid character found in the request target [/\u0000secret]"));

        JsonNode body = ApiJson.parse(sent.text());
        assertThat(body.at("/status").asString()).isEqualTo("error");
        assertThat(body.at("/error").propertyNames()).containsExactly("code", "message", "details", "error_id");
        assertThat(body.at("/error/code").asString()).isEqualTo("INVALID_PATH");
        assertThat(body.at("/error/message").asString()).isEqualTo("The path is malformed.");
        assertThat(body.at("/error/error_id").asString()).hasSize(36);
        assertThat(sent.text()).doesNotContain("secret", "Exception");
        assertThat(response.getContentType()).startsWith("application/json");
    }

    @Test
    void theErrorOfTheStatusIsReported() {
        response.setStatus(503);

        report(null);

        assertThat(ApiJson.parse(sent.text()).at("/error/code").asString()).isEqualTo("STORE_UNAVAILABLE");
    }

    @Test
    void whatTomcatDoesNotKnowIsAFaultOfTheRequest() {
        response.setStatus(501);

        report(null);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(ApiJson.parse(sent.text()).at("/error/code").asString()).isEqualTo("INVALID_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 304, 399})
    void anAnswerThatIsNoErrorIsLeftAlone(int status) {
        response.setStatus(status);

        report(null);

        assertThat(sent.text()).isEmpty();
    }

    @Test
    void anErrorIsReportedOnce() {
        response.setStatus(500);
        response.setError();
        response.setErrorReported();

        report(null);

        assertThat(sent.text()).isEmpty();
    }

    private void report(@Nullable Throwable cause) {
        response.setRequest(request);
        response.setError();
        new EnvelopeValve().report(request, response, cause);
    }

    private org.apache.coyote.Response wire() {
        org.apache.coyote.Response coyote = new org.apache.coyote.Response();
        coyote.setOutputBuffer(sent);
        return coyote;
    }

    private static Request request(org.apache.coyote.Response response) {
        org.apache.coyote.Request coyote = new org.apache.coyote.Request();
        coyote.setResponse(response);
        Request request = new Request(new Connector(), coyote);
        coyote.setNote(CoyoteAdapter.ADAPTER_NOTES, request);
        return request;
    }

    private static final class Sent implements OutputBuffer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public int doWrite(ByteBuffer chunk) throws IOException {
            byte[] some = new byte[chunk.remaining()];
            chunk.get(some);
            bytes.write(some);
            return some.length;
        }

        @Override
        public long getBytesWritten() {
            return bytes.size();
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
