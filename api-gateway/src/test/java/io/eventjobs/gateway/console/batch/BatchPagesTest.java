package io.eventjobs.gateway.console.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.batchaction.BulkRestart;
import io.eventjobs.gateway.batchaction.Flags;
import io.eventjobs.gateway.console.ConsolePages;
import io.eventjobs.gateway.console.ConsolePages.Page;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.BatchTracks;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchPagesTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final JobQueries queries = Requests.queries(gateway);
    private final ConsolePages pages = ConsolePages.of(
            new BatchesController(queries),
            new BatchPageController(
                    queries,
                    gateway.bean(BatchTracks.class),
                    batch -> Optional.of("/api/jobs/batch/" + batch.value() + "/stream?last_event_id=0.7.0"),
                    () -> 0),
            new BatchActionsController(queries, Flags.of(gateway), gateway.intents(), gateway.bean(BulkRestart.class)));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void listsBatchesWithTheirProgress() {
        gateway.batch(3, null);

        Page page = pages.open("/batches");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text(".batches h2")).isEqualTo("A batch");
        assertThat(page.document().select(".status-bar").attr("aria-label")).isEqualTo("3 pending");
        assertThat(page.document().select("[hx-get]").attr("hx-get")).isEqualTo("/batches/live");
    }

    @Test
    void asksForTheMovingPartsOfTheSameList() {
        gateway.batch(3, null);

        Page page = pages.open("/batches/live?status=pending");

        assertThat(page.document().select("[hx-swap-oob]").attr("id")).isEqualTo("batch-batch-1");
        assertThat(page.html()).doesNotContain("<html");
    }

    @Test
    void aBatchThatIsWorkedOnFollowsItsEventsFromNowOn() {
        gateway.batch(1, null);

        assertThat(pages.open("/batches/batch-1").document().select("[hx-get]").attr("data-stream"))
                .isEqualTo("/api/jobs/batch/batch-1/stream?last_event_id=0.7.0");
    }

    @Test
    void aFilterThatNothingMatchesSaysSo() {
        gateway.batch(1, null);

        assertThat(pages.open("/batches?status=failed").text("main")).contains("No batch matches.");
        assertThat(pages.open("/batches?status=nonsense").text(".batches h2")).isEqualTo("A batch");
    }

    @Test
    void showsABatchByTrackAndItsJobs() {
        gateway.batch(2, null);

        Page page = pages.open("/batches/batch-1");

        assertThat(page.text("h1")).isEqualTo("A batch");
        assertThat(page.document().select("table.jobs tbody tr")).hasSize(2);
        assertThat(page.document().select("script:not([src]), style, [style], [onclick]"))
                .isEmpty();
    }

    @Test
    void showsManyJobsPageByPage() {
        gateway.batch(60, null);

        Page first = pages.open("/batches/batch-1");
        Page second = pages.open(first.document().select("a[rel=next]").attr("href"));

        assertThat(first.document().select("table.jobs tbody tr")).hasSize(50);
        assertThat(second.document().select("table.jobs tbody tr")).hasSize(10);
        assertThat(second.document().select("a[rel=next]")).isEmpty();
    }

    @Test
    void pausesAndResumes() {
        gateway.batch(1, null);

        Page paused = pages.send("/batches/batch-1/pause");

        assertThat(paused.status()).isEqualTo(303);
        assertThat(paused.header("Location")).isEqualTo("/batches/batch-1");
        assertThat(pages.open("/batches/batch-1").text(".facts .badge")).isEqualTo("pending paused");

        pages.send("/batches/batch-1/resume");
        assertThat(pages.open("/batches/batch-1").text(".facts .badge")).isEqualTo("pending");
    }

    @Test
    void doesNothingThatAnotherSiteAsksFor() {
        gateway.batch(1, null);

        Page refused = pages.sendForged("/batches/batch-1/cancel");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.html()).contains("FORM_EXPIRED");
        assertThat(pages.open("/batches/batch-1").text(".facts .badge")).isEqualTo("pending");
    }

    @Test
    void cancelsABatch() {
        List<JobRecord> jobs = gateway.batch(2, null);

        pages.send("/batches/batch-1/cancel");

        assertThat(jobs).allMatch(job -> gateway.status(job.id()) == JobStatus.CANCELLED);
    }

    @Test
    void retriesWhatFailed() {
        JobRecord job = gateway.batch(1, null).getFirst();
        gateway.round();
        gateway.fails(gateway.claims(job.id(), "x1"), FailureCode.HTTP_NOT_FOUND);
        gateway.pass(GatewayHarness.MOMENT);
        assertThat(gateway.status(job.id())).isEqualTo(JobStatus.FAILED);

        pages.send("/batches/batch-1/retry-failed");

        assertThat(gateway.status(job.id())).isEqualTo(JobStatus.PENDING);
    }

    @Test
    void anUnknownBatchIsAPageWithItsError() {
        Page page = pages.open("/batches/" + Jobs.BATCH.id());

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text(".error")).isEqualTo("Unknown batch.");
        assertThat(page.text("main")).contains("BATCH_NOT_FOUND");
    }
}
