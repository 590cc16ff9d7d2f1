package io.eventjobs.gateway.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.QuarantinedMessage;
import io.eventjobs.gateway.query.JobView;
import io.eventjobs.gateway.web.Cursor;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadLetterViewTest {
    @Test
    void aJobOfABatchIsShownWithItsBatchAndWithTheStepThatFailed() {
        JobRecord running = Jobs.processing(Jobs.queued(Jobs.pendingInBatch(3)));
        Failure failure = new Failure(
                FailureCode.HTTP_NOT_FOUND, "The page is gone.", ProgressStep.FETCHING_PAGE, null, "at Fetch.java:7");

        DeadLetterView view = view(failed(running, failure), true);

        assertThat(view.deadLetterId()).isEqualTo(running.id().value());
        assertThat(view.tenant()).isEqualTo("default");
        assertThat(view.batchId()).isEqualTo("batch-1");
        assertThat(view.error())
                .isEqualTo(new JobView.ErrorView(
                        "HTTP_NOT_FOUND", "The page is gone.", ProgressStep.FETCHING_PAGE.word()));
        assertThat(view.trace()).isEqualTo("at Fetch.java:7");
        assertThat(view.partition()).isNull();
        assertThat(view.offset()).isNull();
        assertThat(view.payload()).isNull();
    }

    @Test
    void aTraceIsForWhoeverLooksAtOneAlone() {
        Failure failure = new Failure(FailureCode.INTERNAL_ERROR, "Broken.", null, null, "at Fetch.java:7");
        JobRecord dead = JobActions.failed(Jobs.processing(), failure, Jobs.NOW).orElseThrow();

        assertThat(view(dead, false).trace()).isNull();
        assertThat(view(dead, true).trace()).isEqualTo("at Fetch.java:7");
    }

    @Test
    void whereNobodyHadTheJobTheLastOneWhoDidIsNamed() {
        JobRecord running = Jobs.processing();
        JobRecord waiting = JobLifecycle.interrupted(
                        running,
                        Jobs.claimOf(running, "x1"),
                        InterruptionReason.DRAIN,
                        Jobs.POLICY,
                        Jobs.NOW,
                        new Random(1))
                .orElseThrow();
        JobRecord dead = JobActions.failed(waiting, Failure.of(FailureCode.INVALID_COMMAND, "no"), Jobs.NOW)
                .orElseThrow();
        JobRecord never = JobActions.failed(Jobs.queued(), Failure.of(FailureCode.INVALID_COMMAND, "no"), Jobs.NOW)
                .orElseThrow();

        assertThat(Objects.requireNonNull(dead.outcome().deadLetter()).worker()).isNull();
        assertThat(view(dead, false).workerId()).isEqualTo("worker-1");
        assertThat(view(never, false).workerId()).isNull();
    }

    @Test
    void aJobThatWasStartedAgainIsExplainedByItsCodeSinceItsFailureIsGone() {
        JobRecord dead = failed(Jobs.processing(), Failure.of(FailureCode.HTTP_NOT_FOUND, "The page is gone."));
        JobRecord again = JobActions.replayed(dead, null, "replay-1", Jobs.NOW.plusSeconds(5))
                .orElseThrow();

        DeadLetterView view = view(again, false);

        assertThat(view.state()).isEqualTo("replayed");
        assertThat(view.replayId()).isEqualTo("replay-1");
        assertThat(view.failedAt()).isEqualTo(Jobs.NOW);
        assertThat(view.error())
                .isEqualTo(new JobView.ErrorView(
                        "HTTP_NOT_FOUND", "Nothing was found at the address (404 or 410).", null));
    }

    @Test
    void bytesThatAreNoTextAreShownAsFarAsTheyAre() {
        QuarantinedMessage message = new QuarantinedMessage(
                "reports-0-7",
                "reports",
                0,
                7,
                null,
                "no JSON",
                new byte[] {'a', (byte) 0xff, 'b'},
                Jobs.NOW,
                DeadLetter.State.OPEN,
                null);

        DeadLetterView view = DeadLetterView.of(new DeadLetterEntry.OfMessage(message), true);

        assertThat(view.payload()).isEqualTo("a\ufffdb");
        assertThat(view.jobId()).isNull();
        assertThat(view.tenant()).isNull();
        assertThat(view.run()).isNull();
    }

    @Test
    void aListGoesOnAfterTheTimeAndTheIdOfALetter() {
        JobRecord dead = failed(Jobs.processing(), Failure.of(FailureCode.HTTP_NOT_FOUND, "gone"));

        assertThat(DeadLetterEntry.OfJob.known(dead).cursor())
                .isEqualTo(new Cursor(Jobs.NOW.toEpochMilli(), dead.id().value()));
    }

    @Test
    void aJobThatNobodyHasToLookAtIsNoDeadLetter() {
        assertThat(DeadLetterEntry.OfJob.of(Jobs.failed())).isNull();
        assertThat(DeadLetterEntry.OfJob.of(Jobs.completed())).isNull();
    }

    private static JobRecord failed(JobRecord running, Failure failure) {
        return JobLifecycle.failed(
                        running,
                        new Report.Failed(Jobs.claimOf(running, "x1"), failure, List.of()),
                        Jobs.POLICY,
                        Jobs.NOW,
                        new Random(1))
                .orElseThrow();
    }

    private static DeadLetterView view(JobRecord dead, boolean whole) {
        return DeadLetterView.of(DeadLetterEntry.OfJob.known(dead), whole);
    }
}
