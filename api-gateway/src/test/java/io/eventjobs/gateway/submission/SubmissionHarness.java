package io.eventjobs.gateway.submission;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.gateway.HttpApi;
import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.query.Queries;
import io.eventjobs.gateway.quota.Quotas;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.gateway.webhook.RecordedWebhooks;
import io.eventjobs.gateway.webhook.WebhookReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Submission as it is wired in production, with records and objects in memory and a clock that stands still. */
final class SubmissionHarness implements AutoCloseable {
    final Records records;
    final InMemoryArtifactStore store = new InMemoryArtifactStore();
    final ManualTime time = new ManualTime();

    /** Addresses of the uploads that there are. */
    final Set<String> uploads = new HashSet<>();

    /** Hashes of the templates that workers can find. */
    final List<String> publishedTemplates = new ArrayList<>();

    /** The ids of the jobs and batches that dispatch was told of, in that order. */
    final RecordedWebhooks webhooks = new RecordedWebhooks();

    final List<String> told = new ArrayList<>();

    SubmissionHarness() throws InterruptedException {
        records = Records.empty();
    }

    JobInputs inputs() {
        return new JobInputs(
                store,
                (tenant, upload) -> uploads.contains(upload.toString()),
                (tenant, hash) -> publishedTemplates.add(hash),
                webhooks);
    }

    JobSubmission jobs() {
        return new JobSubmission(
                records.jobs(), records.batches(), inputs(), listener(), Submissions.properties(), time);
    }

    BatchSubmission batches() {
        return new BatchSubmission(
                records.jobs(),
                records.batches(),
                inputs(),
                listener(),
                Submissions.properties(),
                new ConditionalUpdate(lost -> {}),
                time);
    }

    /** The endpoints that make jobs. */
    HttpApi api() {
        RequestBodies bodies = new RequestBodies();
        Backlog backlog =
                new Backlog(records.queue(), Submissions.properties().maxBacklog(), Quotas.none(records), time);
        return HttpApi.of(
                new SubmissionController(
                        bodies,
                        Submissions.jobReader(),
                        new BatchReader(Submissions.properties(), new WebhookReader(false)),
                        jobs(),
                        batches(),
                        backlog),
                new LanguageController(
                        bodies, Queries.of(records), new LanguageChange(records.jobs()), batches(), backlog));
    }

    /** How many jobs are stored. */
    long jobCount() {
        return records.mongo().getCollection("jobs").countDocuments();
    }

    @Override
    public void close() {
        records.close();
    }

    private ChangeListener listener() {
        return new ChangeListener() {
            @Override
            public void jobChanged(JobRecord job) {
                told.add(job.id().value());
            }

            @Override
            public void batchChanged(BatchRecord batch) {
                told.add(batch.key().id().value());
            }
        };
    }
}
