package io.eventjobs.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CorsFilterTest {
    private static final CorsProperties ONE = new CorsProperties(List.of("https://conf.example"));

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/jobs");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @Test
    void aPageOfAnAllowedOriginMayReadTheAnswer() throws Exception {
        answer(ONE, "https://conf.example");

        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo("https://conf.example");
        assertThat(response.getHeader("Access-Control-Expose-Headers")).contains("Location", "Retry-After");
        assertThat(response.getHeader("Access-Control-Allow-Credentials")).isNull();
        assertThat(chain.getRequest()).isNotNull();
    }

    @Test
    void itsPreflightRequestNeedsNoKey() throws Exception {
        request.setMethod("OPTIONS");
        request.addHeader("Access-Control-Request-Method", "POST");
        request.addHeader("Access-Control-Request-Headers", "x-api-key, content-type, idempotency-key");

        answer(ONE, "https://conf.example");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Access-Control-Allow-Methods")).contains("POST");
        assertThat(chain.getRequest()).as("the check of the key").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://conf.example", "https://conf.example:8443", "null"})
    void aPageOfAnotherOriginIsRefused(String origin) throws Exception {
        answer(ONE, origin);

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isNull();
        assertThat(chain.getRequest()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"conf.example", "https://conf.example/", "https://conf.example/path", "ftp://conf.example", ""})
    void whatIsNoOriginPreventsTheStart(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorsProperties(List.of(origin)))
                .withMessageStartingWith("event-jobs.cors.allowed-origins: ");
    }

    private void answer(CorsProperties properties, String origin) throws ServletException, IOException {
        request.addHeader("Origin", origin);
        CorsFilterConfiguration.filter(properties).doFilter(request, response, chain);
    }
}
