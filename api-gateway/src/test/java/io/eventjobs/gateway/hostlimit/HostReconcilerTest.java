package io.eventjobs.gateway.hostlimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.host.HostPermit;
import io.eventjobs.gateway.host.HostRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.kafka.ReportPartitions;
import io.eventjobs.gateway.mongo.HostRecords;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.transition.CoalescedUpdates;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostReconcilerTest {
    private static final String HOST = "example.org";
    private static final Instant LONG_AGO = Jobs.NOW.minus(HostReconciler.GRACE).minusSeconds(1);

    private final Clock clock = Clock.fixed(Jobs.NOW, ZoneOffset.UTC);
    private final OwnedPartitions partitions = new OwnedPartitions(new ReportPartitions(1));
    private Records records;
    private HostRecords hosts;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        hosts = records.hosts(clock);
        partitions.add(Set.of(0));
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void dropsThePermitOfADispatchThatIsOver() {
        JobRecord done = stored(Jobs.completed());
        permitted(new HostPermit(done.id(), done.token(), LONG_AGO));

        reconcile();

        assertThat(hosts.find(HOST).permits()).isEmpty();
    }

    @Test
    void dropsThePermitOfADispatchThatAGatewayDidNotLiveToMake() {
        JobRecord waiting = stored(Jobs.pending());
        permitted(new HostPermit(waiting.id(), waiting.token() + 1, LONG_AGO));

        reconcile();

        assertThat(hosts.find(HOST).permits()).isEmpty();
    }

    @Test
    void dropsThePermitOfAJobThatIsGone() {
        permitted(new HostPermit(Jobs.pending().id(), 1, LONG_AGO));

        reconcile();

        assertThat(hosts.find(HOST).permits()).isEmpty();
    }

    @Test
    void keepsWhatIsUnderWayAndWhatIsJustAboutToBe() {
        JobRecord running = stored(Jobs.processing());
        JobRecord waiting = stored(Jobs.pending());
        List<HostPermit> permits = List.of(
                new HostPermit(running.id(), running.token(), LONG_AGO),
                new HostPermit(waiting.id(), waiting.token() + 1, Jobs.NOW));
        permitted(permits.toArray(HostPermit[]::new));

        reconcile();

        assertThat(hosts.find(HOST).permits()).isEqualTo(permits);
    }

    @Test
    void leavesOtherGatewaysJobsToThem() {
        partitions.remove(Set.of(0));
        permitted(new HostPermit(Jobs.pending().id(), 1, LONG_AGO));

        reconcile();

        assertThat(hosts.find(HOST).permits()).hasSize(1);
    }

    @Test
    void forgetsAHostThatNobodyIsAt() {
        permitted();

        reconcile();

        assertThat(hosts.after("", 10)).isEmpty();
    }

    private void reconcile() {
        HostCache cache = new HostCache(hosts, id -> true, clock, System::nanoTime);
        Duration rest = new HostReconciler(
                        hosts,
                        new CoalescedUpdates<>(Runnable::run, cache, new ConditionalUpdate(lost -> {})),
                        records.jobs(),
                        partitions,
                        clock)
                .run();
        assertThat(rest).isPositive();
    }

    private JobRecord stored(JobRecord job) {
        records.jobs().insert(job);
        return job;
    }

    private void permitted(HostPermit... permits) {
        HostRecord fresh = HostRecord.fresh(HOST);
        hosts.store(fresh, fresh.with(List.of(permits))).orElseThrow();
    }
}
