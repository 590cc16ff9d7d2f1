package io.eventjobs.gateway.dispatch;

import static io.eventjobs.gateway.dispatch.LaneGate.Opening.HOST_CLOSED;
import static io.eventjobs.gateway.dispatch.LaneGate.Opening.LANE_CLOSED;
import static io.eventjobs.gateway.dispatch.LaneGate.Opening.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.batch.BatchAsked;
import io.eventjobs.gateway.batch.BatchLife;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.host.HostRoom;
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

class LaneOpeningsTest {
    private static final Instant LATER = Jobs.NOW.plusSeconds(9);

    @Test
    void aHostWithoutRoomClosesItselfAndNotTheLane() {
        LaneOpenings round = round(Map.of("full.example", room(0, HostWait.FULL)), null);

        assertThat(round.ask(job(0, "full.example", null))).isEqualTo(HOST_CLOSED);
        assertThat(round.ask(job(1, "free.example", null))).isEqualTo(OPEN);
        assertThat(round.ask(job(2, null, null))).isEqualTo(OPEN);
        assertThat(round.waiting()).containsExactly(Map.entry(HostWait.FULL, 1));
    }

    @Test
    void whatIsTakenInThisRoundCounts() {
        LaneOpenings round = round(Map.of("a.example", room(2, HostWait.FULL)), null);

        assertThat(List.of(0, 1, 2))
                .map(n -> round.ask(job(n, "a.example", null)))
                .containsExactly(OPEN, OPEN, HOST_CLOSED);
    }

    @Test
    void saysWhenTimeOpensTheFirstHost() {
        LaneOpenings round =
                round(Map.of("a.example", room(0, HostWait.ASKED), "b.example", room(0, HostWait.FULL)), null);
        round.ask(job(0, "a.example", null));
        round.ask(job(1, "b.example", null));

        assertThat(round.hostOpens()).contains(LATER);
    }

    @Test
    void aFullHostLetsTheJobInWhosePermitIsThereAlready() {
        HostRoom full = new HostRoom(0, Set.of(id(3)), Optional.empty(), HostWait.FULL);

        assertThat(round(Map.of("a.example", full), null).ask(job(3, "a.example", null)))
                .isEqualTo(OPEN);
    }

    @Test
    void aFullBatchLetsTheJobInWhosePermitIsThereAlready() {
        BatchRecord full = BatchLife.permitted(batch(), List.of(new Permit(id(3), 1, false)))
                .batch();
        LaneOpenings round = round(Map.of(), full);

        assertThat(round.ask(job(4, null, Jobs.BATCH))).isEqualTo(LANE_CLOSED);
        assertThat(round.ask(job(3, null, Jobs.BATCH))).isEqualTo(OPEN);
    }

    private static LaneOpenings round(Map<String, HostRoom> hosts, @Nullable BatchRecord batch) {
        return new LaneOpenings(
                type -> true,
                key -> Optional.ofNullable(batch),
                host -> hosts.getOrDefault(host, room(8, HostWait.FULL)));
    }

    private static HostRoom room(int left, HostWait otherwise) {
        return new HostRoom(
                left, Set.of(), otherwise == HostWait.FULL ? Optional.empty() : Optional.of(LATER), otherwise);
    }

    /** Of which one job may be under way. */
    private static BatchRecord batch() {
        BatchAsked asked = new BatchAsked("batch", 9, 1, Priority.NORMAL, null, Jobs.NOW, null);
        return BatchLife.accepted(BatchLife.creating(Jobs.BATCH, asked), Jobs.NOW);
    }

    private static AgendaEntry job(int number, @Nullable String host, @Nullable BatchKey batch) {
        return new AgendaEntry(
                id(number),
                1,
                JobStatus.PENDING,
                0,
                new AgendaEntry.Place(Jobs.TENANT, batch, number, host),
                Priority.NORMAL,
                JobType.SESSION,
                null,
                0);
    }

    private static JobId id(int number) {
        return JobId.inBatch(Jobs.BATCH, Jobs.NOW, number);
    }
}
