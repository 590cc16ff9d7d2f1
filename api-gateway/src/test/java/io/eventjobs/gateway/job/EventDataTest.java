package io.eventjobs.gateway.job;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static io.eventjobs.gateway.job.Jobs.POLICY;
import static io.eventjobs.gateway.job.Jobs.claimOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.batch.BatchState.Action;
import io.eventjobs.model.codec.EventCodec;
import io.eventjobs.model.event.EventSchema;
import io.eventjobs.model.event.EventSchemas;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.StateCounts;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.model.protocol.InterruptionReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event that the life of a job or of a batch makes, held against the schema that it names. */
class EventDataTest {
    private static final RandomGenerator RANDOM = new Random(1);

    private final EventSchemas schemas = new EventSchemas();
    private final EventCodec codec = new EventCodec();

    static Stream<PublicEvent> events() {
        Stream<JobRecord> jobs = Stream.of(Jobs.noop(), Jobs.pending(), Jobs.pendingInBatch(3))
                .flatMap(pending -> Stream.<UnaryOperator<JobRecord>>of(
                                EventDataTest::completedWithFiles,
                                EventDataTest::completedWithNothing,
                                EventDataTest::failedAndRestarted,
                                EventDataTest::lostAndCancelled,
                                EventDataTest::deletedAtOnce)
                        .map(life -> life.apply(pending)));
        return Stream.concat(
                jobs.flatMap(job -> job.outbox().events().stream()),
                batches().flatMap(batch -> batch.outbox().events().stream()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsAsItsSchemaSays(PublicEvent event) {
        assertThat(schemas.faults(EventSchema.current(event.type()), data(event)))
                .as(() -> event.type() + " " + data(event))
                .isEmpty();
    }

    /** A schema is no help if it leaves out what is there. */
    @ParameterizedTest
    @MethodSource("events")
    void everythingInAnEventIsDescribed(PublicEvent event) {
        String schema = EventSchemas.text(EventSchema.current(event.type()).resource());

        assertThat(event.data().keySet()).allSatisfy(name -> assertThat(schema).contains('"' + name + "\": {"));
    }

    @Test
    void everyTypeIsMade() {
        Set<EventType> made = events().map(PublicEvent::type).collect(Collectors.toSet());

        assertThat(made).containsAll(Arrays.asList(EventType.values()));
    }

    private String data(PublicEvent event) {
        return new String(codec.value(event), StandardCharsets.UTF_8);
    }

    private static JobRecord completedWithFiles(JobRecord pending) {
        JobRecord running = further(Jobs.processing(Jobs.queued(pending)));
        StoredFile document = new StoredFile("Größe/en/a b.md", "text/markdown", 7, "0".repeat(64));
        StoredFile archive = new StoredFile("a b.zip", "application/zip", 9, "0".repeat(64));
        JobResults results = new JobResults(document, archive, List.of(document), Map.of(), List.of("No abstract."));
        JobRecord done = JobLifecycle.completed(running, claimOf(running, "x1"), results, NOW)
                .orElseThrow();
        return JobActions.deleted(done, NOW).orElseThrow();
    }

    private static JobRecord completedWithNothing(JobRecord pending) {
        JobRecord running = Jobs.processing(Jobs.queued(pending));
        return JobLifecycle.completed(running, claimOf(running, "x1"), JobResults.nothing(), NOW)
                .orElseThrow();
    }

    private static JobRecord failedAndRestarted(JobRecord pending) {
        JobRecord waiting = failed(pending, FailureCode.HTTP_THROTTLED);
        JobRecord failed = failed(waiting, FailureCode.HTTP_NOT_FOUND);
        JobRecord again = JobActions.restarted(failed, null, NOW).orElseThrow();
        return JobActions.replayed(failed(again, FailureCode.HTTP_NOT_FOUND), null, "replay-1", NOW)
                .orElseThrow();
    }

    private static JobRecord lostAndCancelled(JobRecord pending) {
        JobRecord running = Jobs.processing(Jobs.queued(pending));
        JobRecord lost = JobLifecycle.interrupted(
                        running, claimOf(running, "x1"), InterruptionReason.LEASE_LOST, POLICY, NOW, RANDOM)
                .orElseThrow();
        return JobActions.cancelled(lost, "enough", NOW).orElseThrow();
    }

    private static JobRecord deletedAtOnce(JobRecord pending) {
        return JobActions.deleted(pending, NOW).orElseThrow();
    }

    private static JobRecord further(JobRecord running) {
        return JobLifecycle.progressed(running, Jobs.progress(running, "x1", 1, ProgressStep.FETCHING_PAGE), NOW)
                .orElseThrow();
    }

    private static JobRecord failed(JobRecord pending, FailureCode code) {
        JobRecord running = Jobs.processing(Jobs.queued(pending));
        return JobLifecycle.failed(running, Jobs.failure(running, "x1", code), POLICY, NOW, RANDOM)
                .orElseThrow();
    }

    private static Stream<BatchRecord> batches() {
        BatchRequest request = new BatchRequest("Größe", 2, null, Priority.NORMAL, null, NOW, null);
        BatchRecord accepted = BatchLifecycle.accepted(BatchLifecycle.creating(Jobs.BATCH, request), NOW);
        BatchRecord paused = BatchLifecycle.activated(accepted, false, NOW);
        BatchRecord completed = counted(BatchLifecycle.activated(paused, true, NOW), new StateCounts(0, 0, 1, 1, 0));
        BatchRecord failed = counted(accepted, new StateCounts(0, 0, 0, 2, 0));
        BatchRecord cancelled = counted(accepted, new StateCounts(0, 0, 0, 0, 2));
        return Stream.of(
                deleted(completed),
                deleted(accepted),
                deleted(counted(accepted, new StateCounts(0, 0, 0, 0, 0))),
                counted(failed, new StateCounts(1, 0, 0, 1, 0)),
                counted(cancelled, new StateCounts(2, 0, 0, 0, 0)),
                BatchLifecycle.activated(BatchLifecycle.activated(failed, false, NOW), true, NOW));
    }

    private static BatchRecord counted(BatchRecord batch, StateCounts counts) {
        return BatchLifecycle.counted(batch, counts, NOW);
    }

    private static BatchRecord deleted(BatchRecord batch) {
        return BatchLifecycle.intentDone(BatchLifecycle.intending(batch, Action.DELETE, "gone", NOW), NOW);
    }
}
