package io.eventjobs.gateway.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.web.ApiJson;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

class ErrorWriterTest {
    private final ErrorWriter errors = ErrorAnswers.writer();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void writesTheEnvelopeOfAllErrors() throws IOException {
        errors.write(
                response, ErrorCode.UNAUTHORIZED, "Not without a key.", List.of(new FieldFault("key", "is required")));

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getContentType()).isEqualTo("application/json");
        JsonNode body = ApiJson.parse(response.getContentAsString());
        assertThat(body.at("/status").asString()).isEqualTo("error");
        assertThat(body.at("/error/code").asString()).isEqualTo("UNAUTHORIZED");
        assertThat(body.at("/error/message").asString()).isEqualTo("Not without a key.");
        assertThat(body.at("/error/details"))
                .isEqualTo(ApiJson.parse("[{\"field\": \"key\", \"message\": \"is required\"}]"));
        assertThat(body.at("/error/error_id").asString()).hasSize(36);
    }

    @Test
    void takesThePlaceOfWhatWasWrittenAndNotSent() throws IOException {
        response.getOutputStream().print("{\"status\":\"suc");

        errors.write(response, ErrorCode.NOT_FOUND, ErrorCode.NOT_FOUND.meaning(), List.of());

        assertThat(response.getContentAsString()).startsWith("{\"status\":\"error\"");
    }

    @Test
    void leavesAnAnswerAloneThatHasBegun() throws IOException {
        response.getWriter().write("half");
        response.setCommitted(true);

        errors.write(response, ErrorCode.INTERNAL_ERROR, ErrorCode.INTERNAL_ERROR.meaning(), List.of());

        assertThat(response.getContentAsString()).isEqualTo("half");
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void saysWhenToRetryExactlyWhereItHelps(ErrorCode code) throws IOException {
        errors.write(response, code, code.meaning(), List.of());

        assertThat(response.getStatus()).isEqualTo(code.status());
        assertThat(response.containsHeader("Retry-After"))
                .isEqualTo(List.of(429, 503).contains(code.status()));
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeIsExplainedInOneSentenceAndHasTheStatusOfAnError(ErrorCode code) {
        assertThat(code.meaning()).matches("[A-Z].*\\.");
        assertThat(code.status()).isBetween(400, 503).isNotIn(402, 422);
    }
}
