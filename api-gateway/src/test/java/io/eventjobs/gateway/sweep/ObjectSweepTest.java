package io.eventjobs.gateway.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.kafka.ReportPartitions;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.model.job.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ObjectSweepTest {
    private static final String KEPT = "default/checkpoints/shared/slides/v1/";

    private final MovingClock clock = new MovingClock();
    private final InMemoryArtifactStore store = new InMemoryArtifactStore(clock);
    private final OwnedPartitions partitions = new OwnedPartitions(new ReportPartitions(1));
    private Records records;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        partitions.add(Set.of(0));
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void aTenantKeepsTheNewestOfWhatItMayKeep() {
        ObjectSweep sweep = sweepKeeping(DataSize.ofBytes(250));
        for (int day = 1; day <= 4; day++) {
            store.put(KEPT + day, new byte[100], "text/plain");
            clock.now = clock.now.plus(Duration.ofDays(1));
        }
        store.put("other/checkpoints/shared/slides/v1/1", new byte[100], "text/plain");

        walk(sweep);
        assertThat(store.keys()).as("the first walk only counts").hasSize(5);
        walk(sweep);

        assertThat(store.keys()).containsExactly(KEPT + 3, KEPT + 4, "other/checkpoints/shared/slides/v1/1");
        walk(sweep);
        assertThat(store.keys()).hasSize(3);
    }

    @Test
    void aWalkCountsTheBytesOfEachTenant() {
        ObjectSweep sweep = sweepKeeping(DataSize.ofBytes(250));
        store.put("acme/uploads/one", new byte[100], "text/plain");
        store.put("acme/uploads/two", new byte[20], "text/plain");
        store.put("other/uploads/one", new byte[3], "text/plain");
        records.storage().add(new TenantId("gone"), 7);

        walk(sweep);

        assertThat(records.storage().bytes(new TenantId("acme"))).isEqualTo(120);
        assertThat(records.storage().bytes(new TenantId("other"))).isEqualTo(3);
        assertThat(records.storage().bytes(new TenantId("gone"))).isZero();
    }

    /** Two objects a round: until the last round, which has fewer. */
    private void walk(ObjectSweep sweep) {
        for (int left = store.keys().size(); left >= 0; left -= 2) {
            sweep.run();
        }
    }

    private ObjectSweep sweepKeeping(DataSize max) {
        SweepProperties properties =
                new SweepProperties(Duration.ofSeconds(30), 2, Duration.ofHours(6), Duration.ofDays(30), max, null);
        return new ObjectSweep(store, records.jobs(), records.storage(), partitions, properties, clock);
    }

    private static final class MovingClock extends Clock {
        private Instant now = Jobs.NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
