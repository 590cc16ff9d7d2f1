package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.query.JobTimeline;
import io.eventjobs.gateway.query.Lists;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.Priority;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The documents of jobs as they are stored, by this gateway, an older one or a newer one. */
class StoredJobsTest {
    private Records records;
    private JobRecords jobs;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        jobs = records.jobs();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void whatIsQueriedStandsAtTheTopAsDatesNumbersAndWords() {
        Document stored = stored(inserted(Jobs.processing(Jobs.queued(Jobs.pendingInBatch(7)))));

        assertThat(stored)
                .containsEntry("type", "session")
                .containsEntry("name", "Closing")
                .containsEntry("tenant", "default")
                .containsEntry("batch", "default/batch-1")
                .containsEntry("batch_index", 7)
                .containsEntry("event", "FOSDEM 2025")
                .containsEntry("track", "Keynotes")
                .containsEntry("status", "processing")
                .containsEntry("token", 1L)
                .containsEntry("priority", Priority.NORMAL.level())
                .containsEntry("batch_touched", true)
                .containsEntry("created_at", Date.from(Jobs.NOW))
                .containsEntry("updated_at", Date.from(Jobs.NOW))
                .containsEntry("started_at", Date.from(Jobs.NOW));
    }

    /** Dates at the top have milliseconds, those of executions have what the clock has. */
    @Test
    void theEndOfAJobIsToldOnceThoughItIsStoredWithTwoPrecisions() {
        Instant end = Jobs.NOW.plusNanos(7_123_456);
        JobRecord running = Jobs.processing();
        JobRecord completed = JobLifecycle.completed(running, Jobs.claimOf(running, "x1"), JobResults.nothing(), end)
                .orElseThrow();

        JobRecord read = JobDocuments.read(JobDocuments.write(completed));

        assertThat(JobTimeline.of(read)).extracting(Lists.Moment::type).containsOnlyOnce("job.completed");
    }

    @Test
    void whatAJobDoesNotHaveStandsNowhere() {
        assertThat(stored(inserted(Jobs.noop())))
                .doesNotContainKeys(
                        "batch",
                        "batch_index",
                        "track",
                        "uploads",
                        "idempotency_key",
                        "body_hash",
                        "not_before",
                        "holder",
                        "dead_letter",
                        "failure",
                        "winner",
                        "started_at",
                        "completed_at",
                        "deleted_at");
    }

    @Test
    void aDeadLetterStandsWhereItsListFindsIt() {
        JobRecord running = Jobs.processing();
        JobRecord dead = inserted(
                JobActions.failed(running, Failure.of(FailureCode.INVALID_COMMAND, "no worker could read it"), Jobs.NOW)
                        .orElseThrow());

        assertThat(stored(dead).get("dead_letter", Document.class))
                .isEqualTo(new Document("state", "open")
                        .append("at", Date.from(Jobs.NOW))
                        .append("code", "INVALID_COMMAND")
                        .append("worker", "worker-1"));
        assertThat(jobs.find(dead.id())).contains(dead);
    }

    @Test
    void aTombstoneIsInNoTenantAndNoBatchThatAnybodyAsksFor() {
        JobRecord job = inserted(Jobs.pendingInBatch(0));
        JobRecord deleted =
                jobs.store(job, JobActions.deleted(job, Jobs.NOW).orElseThrow()).orElseThrow();

        assertThat(stored(deleted))
                .containsEntry("tenant", "deleted/default")
                .containsEntry("batch", "deleted/default/batch-1");
        assertThat(jobs.find(job.id())).contains(deleted);
    }

    @Test
    void aTransitionWritesOnlyWhatItChanges() {
        JobRecord pending = Jobs.pending();
        JobRecord queued =
                JobLifecycle.dispatched(pending, Jobs.NOW.plusSeconds(1)).orElseThrow();

        assertThat(JobDocuments.changes(pending, queued)).containsOnlyKeys("status", "token", "updated_at", "sequence");
    }

    @Test
    void whatATransitionEndsIsWrittenAsNull() {
        JobRecord running = Jobs.processing();
        JobRecord cancelled = JobActions.cancelled(running, "enough", Jobs.NOW).orElseThrow();

        assertThat(JobDocuments.changes(running, cancelled))
                .containsEntry("status", "cancelled")
                .containsEntry("holder", null);
        inserted(running);
        JobRecord next = jobs.store(running, cancelled).orElseThrow();
        assertThat(jobs.find(running.id())).contains(next);
    }

    @Test
    void fieldsOfANewerGatewayAreNoHindrance() {
        JobRecord job = inserted(Jobs.processing());
        set(
                job,
                new Document("colour", "blue")
                        .append("holder.mood", "good")
                        .append("progress.eta", 5)
                        .append("budget.credit", 1));

        assertThat(jobs.find(job.id())).contains(job);
    }

    @Test
    void fieldsOfANewerGatewayAreStillThereAfterATransition() {
        JobRecord job = inserted(Jobs.pending());
        set(job, new Document("colour", "blue"));

        JobRecord next = jobs.store(job, JobLifecycle.dispatched(job, Jobs.NOW).orElseThrow())
                .orElseThrow();

        assertThat(stored(next)).containsEntry("colour", "blue");
    }

    @Test
    void aDocumentFromBeforeThereWerePrioritiesExecutionsAndEventsIsRead() {
        JobRecord job = inserted(Jobs.pending());
        unset(job, "priority", "executions", "outbox", "batch_touched", "batch_index");

        JobRecord read = jobs.find(job.id()).orElseThrow();

        assertThat(read.request().priority()).isEqualTo(Priority.NORMAL);
        assertThat(read.outcome().executions()).isEmpty();
        assertThat(read.outbox().events()).isEmpty();
        assertThat(read.batchTouched()).isFalse();
        assertThat(read.state()).isEqualTo(job.state());
    }

    @Test
    void aFailureCodeThatOnlyANewerGatewayKnowsIsUnknown() {
        JobRecord dead = inserted(
                JobActions.failed(Jobs.processing(), Failure.of(FailureCode.INVALID_COMMAND, "unreadable"), Jobs.NOW)
                        .orElseThrow());
        set(dead, new Document("failure.code", "SUN_WENT_OUT").append("dead_letter.code", "SUN_WENT_OUT"));

        JobRecord read = jobs.find(dead.id()).orElseThrow();

        assertThat(Objects.requireNonNull(read.outcome().failure()).code()).isEqualTo(FailureCode.UNKNOWN);
        assertThat(Objects.requireNonNull(read.outcome().deadLetter()).code()).isEqualTo(FailureCode.UNKNOWN);
    }

    @Test
    void aDocumentWithoutWhatEveryJobHasIsRefusedByTheNameOfTheField() {
        for (String field : List.of("version", "token", "created_at", "updated_at")) {
            JobRecord job = inserted(Jobs.pending());
            unset(job, field);

            assertThatThrownBy(() -> jobs.find(job.id()))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage(field);
        }
    }

    private JobRecord inserted(JobRecord job) {
        jobs.insert(job);
        return job;
    }

    private Document stored(JobRecord job) {
        return Objects.requireNonNull(
                records.mongo().getCollection("jobs").find(byId(job.id())).first());
    }

    private void set(JobRecord job, Document fields) {
        records.mongo().getCollection("jobs").updateOne(byId(job.id()), new Document("$set", fields));
    }

    private void unset(JobRecord job, String... fields) {
        Document gone = new Document();
        for (String field : fields) {
            gone.append(field, "");
        }
        records.mongo().getCollection("jobs").updateOne(byId(job.id()), new Document("$unset", gone));
    }

    private static Document byId(JobId id) {
        return new Document("_id", id.value());
    }
}
