package io.eventjobs.gateway.archive;

import static io.eventjobs.gateway.Requests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.files.FileResponses;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class ArchiveControllerTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final ArchivedJobs archived = new ArchivedJobs(gateway);
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final ArchiveController controller = new ArchiveController(
            Requests.queries(gateway),
            new FileResponses(archived.store()),
            new ArchivePlanner(gateway.jobRecords()),
            archived.store(),
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void sendsTheArchiveOfAJobAsItWasStored() throws IOException {
        JobId job = completed();

        controller.job(Requests.CALLER, job.value(), request, response);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/zip");
        assertThat(response.getHeader("Content-Length")).isEqualTo("18");
        assertThat(response.getContentAsString()).isEqualTo("zip of Conf/one.md");
        assertThat(response.getHeader("Content-Disposition")).contains("attachment", "Closing.zip");
        assertThat(response.getHeader("Content-Security-Policy")).isEqualTo("sandbox");
    }

    @Test
    void aDownloadThatBrokeOffGoesOnWhereItStopped() throws IOException {
        JobId job = completed();
        request.addHeader("Range", "bytes=7-");

        controller.job(Requests.CALLER, job.value(), request, response);

        assertThat(response.getStatus()).isEqualTo(206);
        assertThat(response.getHeader("Content-Range")).isEqualTo("bytes 7-17/18");
        assertThat(response.getHeader("ETag")).isNotNull();
        assertThat(response.getContentAsString()).isEqualTo("Conf/one.md");
    }

    @Test
    void whoeverAsksForTheHeadOfAnArchiveMakesNobodyReadIt() throws IOException {
        List<JobRecord> jobs = gateway.batch(1, null);
        gateway.round();
        archived.completes(jobs.getFirst().id(), "Conf/one.md");
        request.setMethod("HEAD");
        archived.store().goAway();

        controller.batch(Requests.CALLER, "batch-1", request, response);

        assertThat(response.getHeader("Content-Disposition")).contains("A%20batch.zip");
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getContentLengthLong()).isGreaterThan(1_000);
        controller.event(Requests.CALLER, "FOSDEM 2025", request, new MockHttpServletResponse());
        controller.job(Requests.CALLER, jobs.getFirst().id().value(), request, new MockHttpServletResponse());
    }

    @Test
    void aJobWithoutResultsHasNoArchive() {
        String job = gateway.submitted().id().value();

        assertRefused(() -> controller.job(Requests.CALLER, job, request, response), ErrorCode.ARCHIVE_NOT_READY);
    }

    @Test
    void theOldResultsOfARestartedJobAreStillThere() throws IOException {
        JobId job = completed();
        gateway.actions()
                .apply(
                        job,
                        current -> JobActions.restarted(
                                current, null, gateway.time().instant()),
                        "Restarted");

        controller.job(Requests.CALLER, job.value(), request, response);

        assertThat(response.getContentAsString()).isEqualTo("zip of Conf/one.md");
    }

    @Test
    void whoeverCanWaitIsToldThatTheJobHasNotFinished() throws IOException {
        String job = gateway.dispatched().id().value();

        controller.jobOrWait(Requests.CALLER, job, request, response);

        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(response.getContentAsString())
                .isEqualTo("{\"status\":\"success\",\"data\":{\"job_id\":\"" + job
                        + "\",\"status\":\"pending\",\"message\":\"The job has not finished yet\"}}");
    }

    @Test
    void whoeverCanWaitGetsTheArchiveOnceItIsThere() throws IOException {
        controller.jobOrWait(Requests.CALLER, completed().value(), request, response);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).isEqualTo("zip of Conf/one.md");
    }

    @Test
    void thereIsNothingToWaitForOfAJobThatFailed() {
        JobId job = gateway.dispatched().id();
        gateway.fails(gateway.claims(job, "x1"), FailureCode.HTTP_NOT_FOUND);

        assertRefused(
                () -> controller.jobOrWait(Requests.CALLER, job.value(), request, response),
                ErrorCode.ARCHIVE_NOT_READY);
    }

    @Test
    void sendsTheArchiveOfABatchUnderItsName() throws IOException {
        List<JobRecord> jobs = gateway.batch(2, null);
        gateway.round();
        archived.completes(jobs.getFirst().id(), "Conf/one.md");

        controller.batch(Requests.CALLER, "batch-1", request, response);

        assertThat(response.getContentType()).isEqualTo("application/zip");
        assertThat(response.getHeader("Content-Disposition")).contains("A%20batch.zip");
        assertThat(firstEntry()).isEqualTo("Conf/one.md");
    }

    @Test
    void theArchiveOfABatchGoesOnWhereItStoppedAsLongAsNothingHasChanged() throws IOException {
        List<JobRecord> jobs = gateway.batch(2, null);
        gateway.round();
        archived.completes(jobs.getFirst().id(), "Conf/one.md");
        controller.batch(Requests.CALLER, "batch-1", request, response);
        byte[] whole = response.getContentAsByteArray();
        String etag = Objects.requireNonNull(response.getHeader("ETag"));
        request.addHeader("Range", "bytes=100-");
        request.addHeader("If-Range", etag);

        MockHttpServletResponse rest = batch();

        assertThat(response.getContentLengthLong()).isEqualTo(whole.length);
        assertThat(rest.getStatus()).isEqualTo(206);
        assertThat(rest.getHeader("Content-Range")).isEqualTo("bytes 100-" + (whole.length - 1) + "/" + whole.length);
        assertThat(rest.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(whole, 100, whole.length));

        archived.completes(jobs.getLast().id(), "Conf/two.md");
        MockHttpServletResponse other = batch();

        assertThat(other.getStatus()).isEqualTo(200);
        assertThat(other.getHeader("ETag")).isNotEqualTo(etag);
        assertThat(other.getContentAsByteArray()).hasSizeGreaterThan(whole.length);
    }

    @Test
    void anArchiveThatTheClientHasIsNotSentAgain() throws IOException {
        List<JobRecord> jobs = gateway.batch(1, null);
        gateway.round();
        archived.completes(jobs.getFirst().id(), "Conf/one.md");
        request.addHeader("If-None-Match", Objects.requireNonNull(batch().getHeader("ETag")));
        archived.store().goAway();

        assertThat(batch().getStatus()).isEqualTo(304);
    }

    @Test
    void aBatchOfWhichNothingIsDoneHasNoArchive() {
        gateway.batch(2, null);

        assertRefused(
                () -> controller.batch(Requests.CALLER, "batch-1", request, response), ErrorCode.ARCHIVE_NOT_READY);
        assertThat(response.isCommitted()).isFalse();
    }

    @Test
    void sendsTheArchiveOfAnEvent() throws IOException {
        completed();

        controller.event(Requests.CALLER, "FOSDEM 2025", request, response);

        assertThat(response.getHeader("Content-Disposition")).contains("FOSDEM%202025.zip");
        assertThat(firstEntry()).isEqualTo("Conf/one.md");
    }

    @Test
    void whatIsAnothersIsNotFound() {
        String job = completed().value();
        gateway.batch(1, null);

        assertRefused(() -> controller.job(Requests.STRANGER, job, request, response), ErrorCode.JOB_NOT_FOUND);
        assertRefused(() -> controller.jobOrWait(Requests.STRANGER, job, request, response), ErrorCode.JOB_NOT_FOUND);
        assertRefused(
                () -> controller.batch(Requests.STRANGER, "batch-1", request, response), ErrorCode.BATCH_NOT_FOUND);
        assertRefused(
                () -> controller.event(Requests.STRANGER, "FOSDEM 2025", request, response), ErrorCode.EVENT_NOT_FOUND);
    }

    private JobId completed() {
        JobId job = gateway.dispatched().id();
        archived.completes(job, "Conf/one.md");
        return job;
    }

    private MockHttpServletResponse batch() throws IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        controller.batch(Requests.CALLER, "batch-1", request, answer);
        return answer;
    }

    private String firstEntry() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            return Objects.requireNonNull(zip.getNextEntry()).getName();
        }
    }
}
