package io.eventjobs.gateway.dispatch;

import static io.eventjobs.gateway.dispatch.Admission.Decision.ADMITTED;
import static io.eventjobs.gateway.dispatch.Admission.Decision.HOST_CLOSED;
import static io.eventjobs.gateway.dispatch.Admission.Decision.LANE_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.host.HostCapacity;
import io.eventjobs.gateway.host.HostWait;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoundAdmissionTest {
    private static final Instant LATER = Jobs.NOW.plusSeconds(9);

    private int free = Integer.MAX_VALUE;

    @Test
    void aHostWithoutRoomClosesItselfAndNotTheLane() {
        RoundAdmission round = round(Map.of("full.example", capacity(0, HostWait.FULL)), null);

        assertThat(round.decide(job(0, "full.example", null))).isEqualTo(HOST_CLOSED);
        assertThat(round.decide(job(1, "free.example", null))).isEqualTo(ADMITTED);
        assertThat(round.decide(job(2, null, null))).isEqualTo(ADMITTED);
        assertThat(round.hostsByReason()).containsExactly(Map.entry(HostWait.FULL, 1));
    }

    @Test
    void whatIsTakenInThisRoundCounts() {
        RoundAdmission round = round(Map.of("a.example", capacity(2, HostWait.FULL)), null);

        assertThat(List.of(0, 1, 2))
                .map(n -> round.decide(job(n, "a.example", null)))
                .containsExactly(ADMITTED, ADMITTED, HOST_CLOSED);
    }

    @Test
    void saysWhenTimeOpensTheFirstHost() {
        RoundAdmission round = round(
                Map.of("a.example", capacity(0, HostWait.RETRY_AFTER), "b.example", capacity(0, HostWait.FULL)), null);
        round.decide(job(0, "a.example", null));
        round.decide(job(1, "b.example", null));

        assertThat(round.nextHostOpening()).contains(LATER);
    }

    @Test
    void aFullHostLetsTheJobInWhosePermitIsThereAlready() {
        HostCapacity full = new HostCapacity(0, Set.of(id(3)), Optional.empty(), HostWait.FULL);

        assertThat(round(Map.of("a.example", full), null).decide(job(3, "a.example", null)))
                .isEqualTo(ADMITTED);
    }

    @Test
    void aFullBatchLetsTheJobInWhosePermitIsThereAlready() {
        BatchRecord full = BatchLifecycle.permitted(batch(), List.of(new Permit(id(3), 1, false)))
                .batch();
        RoundAdmission round = round(Map.of(), full);

        assertThat(round.decide(job(4, null, Jobs.BATCH))).isEqualTo(LANE_CLOSED);
        assertThat(round.decide(job(3, null, Jobs.BATCH))).isEqualTo(ADMITTED);
    }

    @Test
    void aTenantWithAsManyJobsAsItMayHaveUnderWayWaits() {
        free = 2;
        RoundAdmission round = round(Map.of(), null);

        assertThat(round.decide(job(1, null, null))).isEqualTo(ADMITTED);
        assertThat(round.decide(job(2, null, null))).isEqualTo(ADMITTED);
        assertThat(round.decide(job(3, null, null))).isEqualTo(LANE_CLOSED);
    }

    private RoundAdmission round(Map<String, HostCapacity> hosts, @Nullable BatchRecord batch) {
        return new RoundAdmission(
                type -> true,
                key -> Optional.ofNullable(batch),
                host -> hosts.getOrDefault(host, capacity(8, HostWait.FULL)),
                tenant -> free);
    }

    private static HostCapacity capacity(int free, HostWait reason) {
        return new HostCapacity(
                free, Set.of(), reason == HostWait.FULL ? Optional.empty() : Optional.of(LATER), reason);
    }

    /** Of which one job may be under way. */
    private static BatchRecord batch() {
        BatchRequest request = new BatchRequest("batch", 9, 1, Priority.NORMAL, null, Jobs.NOW, null);
        return BatchLifecycle.accepted(BatchLifecycle.creating(Jobs.BATCH, request), Jobs.NOW);
    }

    private static OpenJob job(int number, @Nullable String host, @Nullable BatchKey batch) {
        return new OpenJob(
                id(number),
                1,
                JobStatus.PENDING,
                0,
                new OpenJob.Place(Jobs.TENANT, batch, number, host),
                Priority.NORMAL,
                JobType.SESSION,
                null,
                new OpenJob.Holding(null, OpenJob.Contact.UNKNOWN, true),
                0);
    }

    private static JobId id(int number) {
        return JobId.inBatch(Jobs.BATCH, Jobs.NOW, number);
    }
}
