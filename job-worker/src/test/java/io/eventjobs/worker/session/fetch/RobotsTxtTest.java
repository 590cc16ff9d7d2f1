package io.eventjobs.worker.session.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.http.AllowedHosts;
import io.eventjobs.http.FetchCode;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.http.HostLimits;
import io.eventjobs.http.HostResolver;
import io.eventjobs.worker.session.fixture.ConferenceHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobotsTxtTest {
    private static final String TEXT =
            """
            User-agent: *
            Disallow: /private/

            User-agent: EventJobs
            Disallow: /drafts/
            """;

    @TempDir
    private Path folder;

    private final GuardedHttpClient http = new GuardedHttpClient(
            new AllowedHosts(Set.of("127.0.0.1")), HostLimits.DEFAULT, HostResolver.SYSTEM, "EventJobs/test");
    private ConferenceHost host;
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private RobotsTxt robots;

    @BeforeEach
    void open() throws IOException {
        host = new ConferenceHost();
        InstantSource time = () -> now;
        robots = new RobotsTxt(http, "EventJobs", time.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        host.close();
        http.close();
    }

    @Test
    void obeysTheRulesForItsNameElseThoseForAll() {
        host.serves("/robots.txt", "text/plain", TEXT);

        assertThat(refusal("/drafts/talk")).isEqualTo(FetchCode.ROBOTS_REFUSED);
        assertPasses("/private/talk");
        assertPasses("/talks/1");
    }

    @Test
    void asksAHostOnceADay() {
        host.serves("/robots.txt", "text/plain", TEXT);
        assertPasses("/talks/1");
        assertPasses("/talks/2");
        assertThat(asked()).isOne();

        now = now.plus(Duration.ofHours(25));
        assertPasses("/talks/3");

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aHostWithoutOneAllowsEverything() {
        assertPasses("/drafts/talk");
    }

    @Test
    void aFailingHostAllowsNothingForNow() {
        host.fails("/robots.txt", 500);

        assertThat(refusal("/talks/1")).isEqualTo(FetchCode.HTTP_SERVER_ERROR);
    }

    private long asked() {
        return host.asked().stream()
                .filter(path -> path.endsWith("/robots.txt"))
                .count();
    }

    private void assertPasses(String path) {
        assertThatCode(() -> robots.pass(request(path))).doesNotThrowAnyException();
    }

    private FetchCode refusal(String path) {
        return catchThrowableOfType(FetchException.class, () -> robots.pass(request(path)))
                .failure()
                .code();
    }

    private FetchRequest request(String path) {
        return new FetchRequest(host.address(path), "*/*", folder.resolve("page"), FetchLimits.page());
    }
}
