package io.eventjobs.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventjobs.gateway.error.ErrorAnswers;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A web page can make a browser take its own name for this machine; the browser then sends that name. */
class KnownHostsFilterTest {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ANY = "0.0.0.0";

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]"})
    void onLoopbackServesItsNames(String host) throws Exception {
        assertThat(status(LOOPBACK, List.of(), host, "/api/event-job/jobs")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1", ""})
    void onLoopbackServesNoOthers(String host) throws Exception {
        assertThat(status(LOOPBACK, List.of(), host, "/api/event-job/jobs")).isEqualTo(400);
        assertThat(status(LOOPBACK, List.of(), host, "/docs")).isEqualTo(400);
    }

    @Test
    void servesWhatIsConfiguredBesides() throws Exception {
        assertThat(status(LOOPBACK, List.of("Jobs.Conf.Example"), "jobs.conf.example", "/docs"))
                .isEqualTo(200);
        assertThat(status(LOOPBACK, List.of("jobs.conf.example"), "localhost", "/docs"))
                .isEqualTo(200);
    }

    @Test
    void elsewhereServesAnyNameUnlessSomeAreConfigured() throws Exception {
        assertThat(status(ANY, List.of(), "jobs.conf.example", "/docs")).isEqualTo(200);
        assertThat(status(null, List.of(), "jobs.conf.example", "/docs")).isEqualTo(200);
        assertThat(status(ANY, List.of("jobs.conf.example"), "jobs.conf.example", "/docs"))
                .isEqualTo(200);
        assertThat(status(ANY, List.of("jobs.conf.example"), "evil.example", "/docs"))
                .isEqualTo(400);
        assertThat(status(ANY, List.of("jobs.conf.example"), "localhost", "/docs"))
                .isEqualTo(400);
    }

    @Test
    void tellsItsHealthByAnyNameForProbesAskByAddress() throws Exception {
        assertThat(status(ANY, List.of("jobs.conf.example"), "10.1.2.3", "/actuator/health/liveness"))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://jobs.conf.example", "jobs.conf.example:5001", "*", ""})
    void takesNamesOnly(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KnownHostsProperties(List.of(name)))
                .withMessageContaining("event-jobs.known-hosts");
    }

    private static int status(@Nullable String listening, List<String> known, String host, String path)
            throws Exception {
        KnownHostsFilter filter = new KnownHostsFilter(
                new KnownHostsProperties(known),
                listening == null ? null : InetAddress.getByName(listening),
                ErrorAnswers.writer());
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader("Host", host);
        request.setServerName(host);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
