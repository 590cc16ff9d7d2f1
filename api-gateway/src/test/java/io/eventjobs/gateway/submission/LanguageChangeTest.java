package io.eventjobs.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRequest;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.NoopParameters;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.SourceParameters;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LanguageChangeTest {
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
    void makesTheSameJobsInAnotherLanguageInTheirOrder() {
        BatchRecord batch = batch(document("a.pdf", "en"), new NoopParameters(null, 0), document("b.pdf", "de"));

        BatchDraft draft = new LanguageChange(records.jobs()).of(batch, "fr");

        assertThat(draft.name()).isEqualTo("Conf (fr)");
        assertThat(draft.maxParallel()).isEqualTo(4);
        assertThat(draft.priority()).isEqualTo(new Priority(7));
        assertThat(draft.jobs())
                .extracting(JobDraft::parameters)
                .containsExactly(document("a.pdf", "fr"), document("b.pdf", "fr"));
    }

    @Test
    void leavesOutWhatIsInThatLanguageAlready() {
        BatchRecord batch = batch(document("a.pdf", "fr"), document("b.pdf", "FR"));

        assertThat(new LanguageChange(records.jobs()).of(batch, "fr").jobs()).isEmpty();
    }

    @Test
    void takesHoweverManyJobsThereAre() {
        JobParameters[] many = new JobParameters[1_100];
        for (int i = 0; i < many.length; i++) {
            many[i] = document(i + ".pdf", "en");
        }

        List<JobDraft> drafts =
                new LanguageChange(records.jobs()).of(batch(many), "fr").jobs();

        assertThat(drafts).hasSize(1_100);
        assertThat(drafts.getLast().parameters()).isEqualTo(document("1099.pdf", "fr"));
    }

    private static SourceParameters document(String name, String language) {
        return new SourceParameters(
                JobType.DOCUMENT, "https://example.org/" + name, "Conf", null, null, "a.md", "en", language, true);
    }

    private BatchRecord batch(JobParameters... jobs) {
        BatchRequest request = new BatchRequest("Conf", jobs.length, 4, new Priority(7), "Conf", Jobs.NOW, null);
        for (int i = 0; i < jobs.length; i++) {
            JobRequest job = new JobRequest(
                    Jobs.TENANT, Jobs.BATCH.id(), i, "job " + i, jobs[i], Priority.NORMAL, Jobs.NOW, null);
            records.jobs().insert(JobLifecycle.accepted(JobId.inBatch(Jobs.BATCH, Jobs.NOW, i), job));
        }
        return BatchLifecycle.accepted(BatchLifecycle.creating(Jobs.BATCH, request), Jobs.NOW);
    }
}
