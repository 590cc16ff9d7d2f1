package io.eventjobs.gateway.hostlimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.host.HostPermit;
import io.eventjobs.gateway.host.HostRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.HostRecords;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.model.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostCacheTest {
    private static final String HOST = "example.org";
    private static final JobId OWN = new JobId("job-own");
    private static final JobId OTHERS = new JobId("job-others");
    private static final Duration TRUSTED = Duration.ofMillis(HostCache.TRUSTED_MILLIS);

    private final ManualTime time = new ManualTime();
    private Records records;
    private HostRecords stored;
    private HostCache cache;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        stored = records.hosts(time);
        cache = new HostCache(stored, OWN::equals, time, time);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void knowsNothingOfAHostThatItNeverAskedFor() {
        assertThat(cache.cached(HOST)).isEmpty();
        assertThat(cache.load(HOST)).contains(HostRecord.fresh(HOST));
    }

    @Test
    void trustsAHostThatOnlyItsOwnJobsAreAtForGood() {
        stores(OWN);
        time.pass(Duration.ofHours(1));

        assertThat(cache.cached(HOST)).isPresent();
    }

    @Test
    void trustsAHostThatOthersJobsAreAtForAMoment() {
        stores(OWN, OTHERS);

        time.pass(TRUSTED.minusNanos(1));
        assertThat(cache.cached(HOST)).isPresent();

        time.pass(Duration.ofNanos(1));
        assertThat(cache.cached(HOST)).isEmpty();
    }

    @Test
    void trustsAClosedHostUntilItOpensSinceNobodyCanOpenItEarlier() {
        stores(new HostRecord(HOST, 0, List.of(permit(OTHERS)), Jobs.NOW.plusSeconds(60), null));

        time.pass(Duration.ofSeconds(59));
        assertThat(cache.cached(HOST)).isPresent();

        time.pass(Duration.ofSeconds(1));
        assertThat(cache.cached(HOST)).isEmpty();
    }

    @Test
    void asksAgainForWhatAnotherGatewayChanged() {
        stores(OTHERS);
        HostRecord elsewhere = stored.find(HOST);
        stored.store(elsewhere, elsewhere.with(List.of()));

        assertThat(cache.refresh(HOST).permits()).isEmpty();
        assertThat(cache.cached(HOST))
                .hasValueSatisfying(host -> assertThat(host.permits()).isEmpty());
    }

    @Test
    void remembersWhatItStoredAndNothingThatItCouldNot() {
        stores(OWN);
        HostRecord before = cache.refresh(HOST);

        assertThat(cache.store(before, before.with(List.of()))).isTrue();
        assertThat(cache.store(before, before.with(List.of(permit(OTHERS))))).isFalse();

        assertThat(cache.cached(HOST)).hasValueSatisfying(host -> {
            assertThat(host.version()).isEqualTo(before.version() + 1);
            assertThat(host.permits()).isEmpty();
        });
    }

    @Test
    void aForgottenHostIsNewHereToo() {
        stores(OWN);
        stored.forget(stored.find(HOST));

        cache.refresh(HOST);

        assertThat(cache.cached(HOST)).contains(HostRecord.fresh(HOST));
    }

    private void stores(JobId... holders) {
        List<HostPermit> permits =
                List.of(holders).stream().map(HostCacheTest::permit).toList();
        stores(HostRecord.fresh(HOST).with(permits));
    }

    private void stores(HostRecord host) {
        assertThat(cache.store(HostRecord.fresh(HOST), host)).isTrue();
    }

    private static HostPermit permit(JobId job) {
        Instant at = Jobs.NOW;
        return new HostPermit(job, 1, at);
    }
}
