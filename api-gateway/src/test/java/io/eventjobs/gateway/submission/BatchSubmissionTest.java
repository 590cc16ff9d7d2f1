package io.eventjobs.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.gateway.batch.BatchFilter;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.gateway.webhook.RecordedWebhooks;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.NoopParameters;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.SourceParameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All or nothing without transactions: every place where a creator may die. */
class BatchSubmissionTest {
    private static final Optional<IdempotencyMark> MARK = Optional.of(new IdempotencyMark("default:key", "hash"));
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private final List<BatchKey> told = new ArrayList<>();
    private Instant now = Jobs.NOW;
    private Records records;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void whoeverRepeatsTheRequestFinishesWhatWasLeftHalfMade() {
        BatchRecord whole = submission().accept(Jobs.TENANT, batch(null, 3), MARK);
        List<JobRecord> jobs = jobs(whole.key());
        forgetVisibilityAnd(whole.key(), 2);

        BatchRecord again = submission().accept(Jobs.TENANT, batch(null, 3), MARK);

        assertThat(again.key()).isEqualTo(whole.key());
        assertThat(again.status()).isEqualTo(BatchStatus.PENDING);
        assertThat(jobs(whole.key()))
                .extracting(JobRecord::id)
                .containsExactlyElementsOf(jobs.stream().map(JobRecord::id).toList());
    }

    @Test
    void theSameRequestAgainMakesNoSecondBatch() {
        BatchRecord first = submission().accept(Jobs.TENANT, batch(null, 2), MARK);
        BatchRecord second = submission().accept(Jobs.TENANT, batch(null, 2), MARK);

        assertThat(second.key()).isEqualTo(first.key());
        assertThat(jobs(first.key())).hasSize(2);
        assertThat(told).containsExactly(first.key());
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        submission().accept(Jobs.TENANT, batch(null, 1), MARK);

        refused(ErrorCode.IDEMPOTENCY_KEY_REUSED, batch(null, 2), new IdempotencyMark("default:key", "other"));
    }

    @Test
    void eachJobThatNamesAnUploadThatIsNotThereIsToldAndNothingIsStored() {
        BatchDraft draft = new BatchDraft(
                null,
                "batch",
                List.of(document("there.pdf"), document("missing.pdf"), document("gone.pdf")),
                Priority.NORMAL,
                null,
                null,
                List.of());

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> submission().accept(Jobs.TENANT, draft, Optional.empty()))
                .satisfies(refusal -> assertThat(refusal.faults())
                        .extracting(FieldFault::field)
                        .containsExactly("jobs[1].url", "jobs[2].url"));
        assertThat(records.batchSearch().creating(Jobs.TENANT)).isEmpty();
        assertThat(records.batchSearch().newest(new BatchFilter(Jobs.TENANT, null, null, null, null), null, 10))
                .isEmpty();
    }

    @Test
    void aChosenIdIsTakenOnce() {
        submission().accept(Jobs.TENANT, batch(new BatchId("mine"), 1), Optional.empty());

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> submission().accept(Jobs.TENANT, batch(new BatchId("mine"), 1), Optional.empty()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BATCH_EXISTS));
    }

    @Test
    void theSweepDiscardsWhatNobodyFinishedAndNothingElse() throws Exception {
        BatchRecord visible = submission().accept(Jobs.TENANT, batch(new BatchId("visible"), 1), Optional.empty());
        BatchRecord half = submission().accept(Jobs.TENANT, batch(new BatchId("half"), 2), Optional.empty());
        forgetVisibilityAnd(half.key(), 1);

        sweep();
        assertThat(records.batches().find(half.key())).isPresent();

        now = now.plus(ABANDONED).plusSeconds(1);
        sweep();
        assertThat(records.batches().find(half.key())).isEmpty();
        assertThat(jobs(half.key())).isEmpty();
        assertThat(records.batches().find(visible.key())).contains(visible);
        assertThat(jobs(visible.key())).hasSize(1);
    }

    @Test
    void aSlowCreatorWhoseBatchWasSweptTakesItsJobsBack() {
        BatchRecord half = submission().accept(Jobs.TENANT, batch(null, 2), MARK);
        forgetVisibilityAnd(half.key(), 0);
        // Swept between the last job and the update that makes it visible.
        BatchSubmission slow = new BatchSubmission(
                records.jobs(), records.batches(), inputs(), listener(), properties(), update(), sweepingClock());

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> slow.accept(Jobs.TENANT, batch(null, 2), MARK))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT));
        assertThat(jobs(half.key())).isEmpty();
    }

    private void refused(ErrorCode code, BatchDraft draft, IdempotencyMark mark) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> submission().accept(Jobs.TENANT, draft, Optional.of(mark)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** As if the creator had died: the batch was never made visible, and so many of its last jobs never stored. */
    private void forgetVisibilityAnd(BatchKey batch, int jobs) {
        records.mongo()
                .getCollection("batches")
                .updateOne(
                        new Document("_id", batch.toString()),
                        new Document("$set", new Document("status", BatchStatus.CREATING.word())));
        List<JobRecord> stored = jobs(batch);
        stored.subList(stored.size() - jobs, stored.size()).forEach(job -> records.mongo()
                .getCollection("jobs")
                .deleteOne(new Document("_id", job.id().value())));
    }

    private void sweep() throws InterruptedException {
        new AbandonedBatches(records.batches(), records.jobs(), ABANDONED, clock()).run();
    }

    private List<JobRecord> jobs(BatchKey batch) {
        return records.jobs().ofBatch(batch, 100);
    }

    private BatchSubmission submission() {
        return new BatchSubmission(
                records.jobs(), records.batches(), inputs(), listener(), properties(), update(), clock());
    }

    private static ConditionalUpdate update() {
        return new ConditionalUpdate(lost -> {});
    }

    private static JobDraft document(String name) {
        SourceParameters parameters = new SourceParameters(
                JobType.DOCUMENT, "upload:upload-1/" + name, null, null, null, "a.md", "en", "en", true);
        return new JobDraft(name, parameters, null, null, null, List.of());
    }

    private static JobInputs inputs() {
        return new JobInputs(
                new InMemoryArtifactStore(),
                (tenant, upload) -> upload.name().equals("there.pdf"),
                (tenant, hash) -> {},
                new RecordedWebhooks());
    }

    private ChangeListener listener() {
        return new ChangeListener() {
            @Override
            public void jobChanged(JobRecord job) {
                // batches are told of as a whole
            }

            @Override
            public void batchChanged(BatchRecord batch) {
                told.add(batch.key());
            }
        };
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    /** Whoever asks what time it is to make a batch visible finds that it was swept just now. */
    private Clock sweepingClock() {
        return new Clock() {
            @Override
            public Instant instant() {
                records.mongo().getCollection("batches").deleteMany(new Document());
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private static SubmissionProperties properties() {
        return new SubmissionProperties(256 << 10, 64 << 10, 10_000, 200_000, Duration.ofHours(24), ABANDONED);
    }

    private static BatchDraft batch(BatchId id, int jobs) {
        List<JobDraft> drafts = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            drafts.add(new JobDraft("Job " + i, new NoopParameters("test", 0), null, null, null, List.of()));
        }
        return new BatchDraft(id, "Batch", drafts, Priority.NORMAL, null, null, List.of());
    }
}
