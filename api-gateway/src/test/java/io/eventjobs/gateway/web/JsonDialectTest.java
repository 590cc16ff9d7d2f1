package io.eventjobs.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDialectTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00.000Z",
        "2026-03-01T10:00:00.5Z, 2026-03-01T10:00:00.500Z",
        "2026-03-01T10:00:00.123999Z, 2026-03-01T10:00:00.123Z",
        "2026-03-01T10:00:00+01:00, 2026-03-01T09:00:00.000Z"
    })
    void timesAreInUtcWithMilliseconds(Instant time, String written) {
        assertThat(json(Map.of("at", time))).isEqualTo("{\"at\":\"" + written + "\"}");
    }

    @Test
    void namesAreInSnakeCase() {
        assertThat(json(new Sample("https://example.org", 2, null, null)))
                .isEqualTo("{\"next_url\":\"https://example.org\",\"job_count\":2,\"next_cursor\":null}");
    }

    @Test
    void whatIsNotKnownIsLeftOutUnlessItsAbsenceMeansSomething() {
        assertThat(ApiJson.of(new Sample("a", 0, null, null)).propertyNames())
                .containsExactly("next_url", "job_count", "next_cursor");
        assertThat(ApiJson.of(new Sample("a", 0, Instant.EPOCH, "c")).propertyNames())
                .containsExactly("next_url", "job_count", "started_at", "next_cursor");
    }

    @Test
    void everyAnswerThatIsNoErrorHasTheSameEnvelope() {
        assertThat(json(Success.of(Map.of("jobs", List.of()))))
                .isEqualTo("{\"status\":\"success\",\"data\":{\"jobs\":[]}}");
    }

    private static String json(Object value) {
        return ApiJson.mapper().writeValueAsString(value);
    }

    record Sample(
            String nextUrl,
            int jobCount,
            @Nullable Instant startedAt,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
}
