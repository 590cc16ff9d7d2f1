package io.eventjobs.gateway.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.web.ApiJson;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

class ContainerErrorsTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_PATH, 400",
        "401, UNAUTHORIZED, 401",
        "403, INVALID_PATH, 400",
        "404, NOT_FOUND, 404",
        "405, METHOD_NOT_ALLOWED, 405",
        "406, NOT_ACCEPTABLE, 406",
        "408, REQUEST_TIMEOUT, 408",
        "413, PAYLOAD_TOO_LARGE, 413",
        "414, ADDRESS_TOO_LONG, 414",
        "415, UNSUPPORTED_MEDIA_TYPE, 415",
        "431, HEADERS_TOO_LARGE, 431",
        "500, INTERNAL_ERROR, 500",
        "501, INVALID_PARAMETER, 400",
        "503, STORE_UNAVAILABLE, 503"
    })
    void aStatusOfTheContainerBecomesTheEnvelope(int status, ErrorCode code, int answered) throws IOException {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        MockHttpServletResponse response = answer();

        JsonNode body = ApiJson.parse(response.getContentAsString());
        assertThat(response.getStatus()).isEqualTo(answered);
        assertThat(body.at("/error/code").asString()).isEqualTo(code.name());
        assertThat(body.at("/error/message").asString()).isEqualTo(code.meaning());
    }

    @Test
    void whoAsksForTheErrorPageItselfFindsNothing() throws IOException {
        assertThat(answer().getStatus()).isEqualTo(404);
    }

    @Test
    void theExceptionThatTheContainerCaughtIsNotShown() throws IOException {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret"));
        request.setAttribute(RequestDispatcher.ERROR_MESSAGE, "secret");

        assertThat(answer().getContentAsString()).doesNotContain("secret", "IllegalState");
    }

    private MockHttpServletResponse answer() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new ContainerErrors(ErrorAnswers.writer()).error(request, response);
        return response;
    }
}
