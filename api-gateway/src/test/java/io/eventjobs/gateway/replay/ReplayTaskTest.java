package io.eventjobs.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.deadletter.DeadLetters;
import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.ReplayRecord;
import io.eventjobs.gateway.mongo.ReplayRecord.Status;
import io.eventjobs.gateway.mongo.ReplayRecords;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayTaskTest {
    private static final int FAST = 1_000;
    private static final DeadLetterFilter ANY = new DeadLetterFilter(null, null, null, null, null, null);

    private final GatewayHarness gateway = GatewayHarness.start();
    private final ReplayRecords records = gateway.bean(ReplayRecords.class);
    private final ReplaySubmission submission =
            new ReplaySubmission(records, gateway.bean(ConditionalUpdate.class), gateway.time());
    private final ReplayTask task = task();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void startsTheNamedDeadLettersAgainAndSkipsWhatIsNone() {
        JobId dead = deadLetter(FailureCode.HTTP_NOT_FOUND);
        JobId alive = gateway.submitted().id();

        String replay = replay(List.of(dead.value(), alive.value(), "job-unknown"), FAST);
        runToItsEnd();

        assertThat(gateway.status(dead)).isEqualTo(JobStatus.PENDING);
        assertThat(letter(dead).state()).isEqualTo(DeadLetter.State.REPLAYED);
        assertThat(letter(dead).replayId()).isEqualTo(replay);
        assertThat(stored(replay).status()).isEqualTo(Status.COMPLETED);
        assertThat(stored(replay).progress().replayed()).isEqualTo(1);
        assertThat(stored(replay).progress().skipped()).isEqualTo(2);
    }

    @Test
    void startsOnlyTheDeadLettersThatMatchTheFilter() {
        JobId missing = deadLetter(FailureCode.HTTP_NOT_FOUND);
        JobId forbidden = deadLetter(FailureCode.HTTP_FORBIDDEN);
        gateway.pass(Duration.ofSeconds(1));

        replay(new DeadLetterFilter("HTTP_NOT_FOUND", null, null, null, null, null), FAST);
        runToItsEnd();

        assertThat(gateway.status(missing)).isEqualTo(JobStatus.PENDING);
        assertThat(gateway.status(forbidden)).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void leavesAloneWhatFailsAfterTheReplayBegan() {
        replay(ANY, FAST);
        gateway.pass(Duration.ofSeconds(1));
        JobId late = deadLetter(FailureCode.HTTP_NOT_FOUND);

        runToItsEnd();

        assertThat(gateway.status(late)).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void keepsToTheRateThatWasAskedFor() {
        List<JobId> dead = List.of(
                deadLetter(FailureCode.HTTP_NOT_FOUND),
                deadLetter(FailureCode.HTTP_NOT_FOUND),
                deadLetter(FailureCode.HTTP_NOT_FOUND));
        gateway.pass(Duration.ofSeconds(1));
        String replay = replay(ANY, 1);

        task.run();
        task.run();
        assertThat(stored(replay).progress().replayed()).isEqualTo(1);

        gateway.pass(Duration.ofSeconds(1));
        task.run();
        assertThat(stored(replay).progress().replayed()).isEqualTo(2);
        assertThat(dead)
                .filteredOn(id -> gateway.status(id) == JobStatus.FAILED)
                .hasSize(1);
    }

    @Test
    void countsAfterADeathWhatItStartedBeforeWithoutStartingItAgain() {
        JobId dead = deadLetter(FailureCode.HTTP_NOT_FOUND);
        String replay = replay(List.of(dead.value()), FAST);
        gateway.meanwhile("replays", 1, () -> {
            throw new IllegalStateException("the gateway dies before the progress is stored");
        });
        assertThatThrownBy(task::run).isInstanceOf(IllegalStateException.class);
        long runs = gateway.job(dead).version();

        ReplayTask next = task();
        next.run();

        assertThat(gateway.job(dead).version()).isEqualTo(runs);
        assertThat(stored(replay).progress().replayed()).isEqualTo(1);
    }

    @Test
    void leavesReplaysOfOtherGatewaysAlone() {
        JobId dead = deadLetter(FailureCode.HTTP_NOT_FOUND);
        String replay = replay(List.of(dead.value()), FAST);
        gateway.gives(GatewayHarness.all());

        task.run();

        assertThat(stored(replay).progress()).isEqualTo(ReplayRecord.Progress.NONE);
        assertThat(gateway.status(dead)).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void doesNothingMoreOnceItIsCancelled() {
        JobId dead = deadLetter(FailureCode.HTTP_NOT_FOUND);
        String replay = replay(List.of(dead.value()), FAST);

        assertThat(submission.cancel(replay)).map(ReplayRecord::status).contains(Status.CANCELLED);
        runToItsEnd();

        assertThat(gateway.status(dead)).isEqualTo(JobStatus.FAILED);
        assertThat(submission.cancel("replay-unknown")).isEmpty();
    }

    @Test
    void staysCancelledWhenARoundEndsAtTheSameTime() {
        JobId dead = deadLetter(FailureCode.HTTP_NOT_FOUND);
        String replay = replay(List.of(dead.value()), FAST);
        gateway.meanwhile("replays", 1, () -> submission.cancel(replay));

        task.run();

        assertThat(stored(replay).status()).isEqualTo(Status.CANCELLED);
    }

    private ReplayTask task() {
        return new ReplayTask(
                records,
                gateway.bean(DeadLetters.class),
                gateway.bean(OwnedPartitions.class),
                gateway.time(),
                gateway.time());
    }

    private void runToItsEnd() {
        for (int rounds = 0; rounds < 5; rounds++) {
            task.run();
            gateway.pass(Duration.ofSeconds(1));
        }
    }

    private JobId deadLetter(FailureCode code) {
        Report.Execution running = gateway.running();
        gateway.fails(running, code);
        return running.jobId();
    }

    private DeadLetter letter(JobId id) {
        return Optional.ofNullable(gateway.job(id).outcome().deadLetter()).orElseThrow();
    }

    private String replay(List<String> ids, int rate) {
        return submission
                .accept(new DeadLetterSelection(ids, null), rate, null, Optional.empty())
                .id();
    }

    private String replay(DeadLetterFilter filter, int rate) {
        return submission
                .accept(new DeadLetterSelection(List.of(), filter), rate, null, Optional.empty())
                .id();
    }

    private ReplayRecord stored(String id) {
        return records.find(id).orElseThrow();
    }
}
