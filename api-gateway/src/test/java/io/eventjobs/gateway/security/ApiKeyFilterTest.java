package io.eventjobs.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.error.ErrorAnswers;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.web.ApiJson;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ApiKeyFilterTest {
    private static final String JOBS = "/api/event-job/jobs";

    private final RecordedKeys keys = new RecordedKeys();
    private final ApiKeyFilter filter = new ApiKeyFilter(
            ApiKeys.callers("the key", keys, Clock.systemUTC()), ApiKeys.sessions("the key"), ErrorAnswers.writer());
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer the key",
        "Authorization, bearer the key",
        "Authorization, 'BEARER  the key '",
        "X-Api-Key, the key"
    })
    void letsACallerInWhoShowsTheKey(String header, String value) throws Exception {
        MockHttpServletRequest request = request(JOBS);
        request.addHeader(header, value);

        assertThat(isLetIn(request)).isTrue();
        assertThat(request.getAttribute(ApiKeyFilter.CALLER)).isEqualTo(new Caller(Jobs.TENANT));
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer another key",
        "Authorization, Bearer",
        "Authorization, the key",
        "Authorization, Basic the key",
        "X-Api-Key, The key",
        "X-Api-Key, the key and more",
        "X-Api-Key, ''",
        "X-Other, the key"
    })
    void keepsEverybodyElseOut(String header, String value) throws Exception {
        MockHttpServletRequest request = request(JOBS);
        request.addHeader(header, value);

        assertThat(isLetIn(request)).isFalse();
        assertThat(request.getAttribute(ApiKeyFilter.CALLER)).isNull();
    }

    @Test
    void takesTheKeyOfTheStandardHeaderWhereThereAreTwo() throws Exception {
        MockHttpServletRequest request = request(JOBS);
        request.addHeader("Authorization", "Bearer wrong");
        request.addHeader("X-Api-Key", "the key");

        assertThat(isLetIn(request)).isFalse();
    }

    @Test
    void takesTheOtherHeaderBesideAnAuthorizationOfAnotherKind() throws Exception {
        MockHttpServletRequest request = request(JOBS);
        request.addHeader("Authorization", "Basic dXNlcjpwYXNz");
        request.addHeader("X-Api-Key", "the key");

        assertThat(isLetIn(request)).isTrue();
    }

    @Test
    void saysToThoseItKeepsOutHowToComeIn() throws Exception {
        isLetIn(request(JOBS));

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(ApiJson.parse(response.getContentAsString())
                        .at("/error/code")
                        .asString())
                .isEqualTo("UNAUTHORIZED");
        assertThat(ApiJson.parse(response.getContentAsString())
                        .at("/error/message")
                        .asString())
                .isEqualTo("The API key is missing or invalid.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/openapi.json",
                "/openapi.json/swagger-config",
                "/docs",
                "/docs/index.html",
                "/swagger-ui/index.html",
                "/favicon.ico",
                "/error"
            })
    void asksNobodyForAKeyWhoLooksAtHealthOrTheDescription(String path) throws Exception {
        MockHttpServletRequest request = request(path);

        assertThat(isLetIn(request)).isTrue();
        assertThat(request.getAttribute(ApiKeyFilter.CALLER)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/healthy",
                "/openapi.json.bak",
                "/docsx",
                "/errors",
                "/api/ops/queue",
                "/API/event-job/jobs"
            })
    void asksEverybodyElseForAKey(String path) throws Exception {
        assertThat(isLetIn(request(path))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/../api/event-job/jobs",
                "/docs/..;/api/event-job/jobs",
                "/docs/%2e%2e/api/event-job/jobs",
                "/docs/%2E%2E%2Fapi/event-job/jobs",
                "/docs\\..\\api",
                "/actuator/health/..",
                "/openapi.json;a=b",
                "/docs/;a=b/index.html",
                "/docs/a%20b"
            })
    void takesNoPathForAnOpenOneThatMightMeanAnother(String path) throws Exception {
        assertThat(isLetIn(request(path))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {JOBS, "/docs"})
    void everyAnswerIsKeptByNobodyAndTakenForWhatItIs(String path) throws Exception {
        isLetIn(request(path));

        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private boolean isLetIn(MockHttpServletRequest request) throws ServletException, IOException {
        filter.doFilterInternal(request, response, chain);
        return chain.getRequest() == request;
    }

    private static MockHttpServletRequest request(String path) {
        return new MockHttpServletRequest("GET", path);
    }
}
