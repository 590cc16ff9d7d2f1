package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The error envelope of a response. */
final class ErrorEnvelope {
    private ErrorEnvelope() {}

    static JsonNode assertError(HttpResponse<byte[]> response, int status, String code) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        JsonNode error = assertEnvelope(body);
        assertThat(error.path("code").asString()).isEqualTo(code);
        return error;
    }

    /** Checks the envelope and returns its {@code error}. */
    static JsonNode assertEnvelope(String body) {
        assertThat(body)
                .doesNotContain("Exception", "\tat ", ".java:", "io.eventjobs", "org.", "java.", "Tomcat", "<html");
        JsonNode envelope = Gateway.json(body);
        assertThat(envelope.propertyNames()).containsExactlyInAnyOrder("status", "error");
        assertThat(envelope.path("status").asString()).isEqualTo("error");
        JsonNode error = envelope.path("error");
        assertThat(error.propertyNames()).containsExactlyInAnyOrder("code", "message", "details", "error_id");
        assertThat(error.path("code").asString()).matches("[A-Z][A-Z_]+");
        assertThat(error.path("message").asString()).isNotBlank();
        assertThat(error.path("details").isArray()).isTrue();
        assertThat(error.path("error_id").asString()).isNotBlank();
        return error;
    }

    static List<String> fields(JsonNode error) {
        return StreamSupport.stream(error.path("details").spliterator(), false)
                .map(detail -> detail.path("field").asString())
                .toList();
    }
}
