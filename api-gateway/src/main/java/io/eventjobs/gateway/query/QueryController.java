package io.eventjobs.gateway.query;

import io.eventjobs.gateway.batch.BatchFilter;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobFilter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.EventSummaries;
import io.eventjobs.gateway.mongo.JobLogs;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Cursor;
import io.eventjobs.gateway.web.QueryParameters;
import io.eventjobs.gateway.web.Success;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The read operations of the API. */
@RestController
@Tag(name = "Queries")
class QueryController {
    private static final int MAX_TOTAL = 10_000;
    private static final Set<String> PUBLIC_STATUSES =
            Arrays.stream(JobStatus.values()).map(JobStatus::publicWord).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> BATCH_STATUSES = Arrays.stream(BatchStatus.values())
            .filter(status -> status != BatchStatus.CREATING)
            .map(BatchStatus::word)
            .collect(Collectors.toUnmodifiableSet());

    private final JobQueries queries;
    private final JobLogs logs;
    private final EventSummaries events;
    private final SeenTenants tenants;

    QueryController(JobQueries queries, JobLogs logs, EventSummaries events, SeenTenants tenants) {
        this.queries = queries;
        this.logs = logs;
        this.events = events;
        this.tenants = tenants;
    }

    @Operation(summary = "Get a job", operationId = "getJob")
    @GetMapping({"/api/event-job/jobs/{id}", "/api/jobs/{id}"})
    Success<JobView> job(Caller caller, @PathVariable String id) {
        JobRecord job = queries.job(caller, id);
        return Success.of(JobView.of(job, logs.of(job.id())));
    }

    @Operation(summary = "List jobs, newest first", operationId = "listJobs")
    @Parameter(name = "status", description = "one of pending, processing, completed, failed, cancelled")
    @Parameter(name = "batch_id")
    @Parameter(name = "event")
    @Parameter(name = "track")
    @Parameter(name = "q", description = "part of the name, case-insensitive")
    @Parameter(name = "created_after", description = "RFC 3339 time")
    @Parameter(name = "limit", description = "between 1 and 500; default 50")
    @Parameter(name = "cursor", description = "next_cursor of the previous page")
    @Parameter(name = "total", description = "true to count all matches, exact up to 10,000")
    @GetMapping("/api/event-job/jobs")
    Success<Lists.Jobs> jobs(@Parameter(hidden = true) Caller caller, HttpServletRequest request) {
        QueryParameters parameters = new QueryParameters(request);
        JobFilter filter = new JobFilter(
                caller.tenant(),
                statuses(parameters.oneOf("status", PUBLIC_STATUSES)),
                parameters.text("batch_id"),
                parameters.text("event"),
                parameters.text("track"),
                parameters.text("q"),
                parameters.time("created_after"));
        int limit = parameters.limit();
        Cursor cursor = parameters.cursor();
        Boolean total = parameters.bool("total");
        parameters.refuseIfWrong();
        Page<JobRecord> found = queries.jobs(caller, filter, cursor, limit);
        return Success.of(new Lists.Jobs(
                found.items().stream().map(job -> JobView.of(job, null)).toList(),
                found.nextText(),
                Boolean.TRUE.equals(total) ? queries.count(caller, filter, MAX_TOTAL) : null));
    }

    @Operation(summary = "Get the last log lines of a job", operationId = "getJobLogs")
    @GetMapping("/api/event-job/jobs/{id}/logs")
    Success<Lists.Logs> logs(Caller caller, @PathVariable String id) {
        JobRecord job = queries.job(caller, id);
        return Success.of(new Lists.Logs(job.id().value(), logs.of(job.id())));
    }

    @Operation(summary = "Get the timeline of a job", operationId = "getJobTimeline")
    @GetMapping("/api/event-job/jobs/{id}/events")
    Success<Lists.Timeline> timeline(Caller caller, @PathVariable String id) {
        JobRecord job = queries.job(caller, id);
        return Success.of(new Lists.Timeline(job.id().value(), JobTimeline.of(job)));
    }

    @Operation(summary = "Get a batch with a page of its jobs", operationId = "getBatch")
    @Parameter(name = "limit", description = "between 1 and 500; default 50")
    @Parameter(name = "cursor", description = "next_cursor of the previous page")
    @GetMapping({"/api/event-job/batches/{id}", "/api/jobs/batch/{id}"})
    Success<BatchView> batch(Caller caller, @PathVariable String id, HttpServletRequest request) {
        QueryParameters parameters = new QueryParameters(request);
        int limit = parameters.limit();
        Cursor cursor = parameters.cursor();
        parameters.refuseIfWrong();
        BatchRecord batch = queries.batch(caller, id);
        Page<JobRecord> found = queries.ofBatch(batch.key(), Set.of(), null, cursor, limit);
        return Success.of(BatchView.of(batch, views(found), found.nextText()));
    }

    @Operation(summary = "List the jobs of a batch, in its order", operationId = "listBatchJobs")
    @Parameter(name = "status")
    @Parameter(name = "limit", description = "between 1 and 500; default 50")
    @Parameter(name = "cursor", description = "next_cursor of the previous page")
    @GetMapping("/api/event-job/batches/{id}/jobs")
    Success<Lists.BatchJobs> batchJobs(Caller caller, @PathVariable String id, HttpServletRequest request) {
        QueryParameters parameters = new QueryParameters(request);
        String status = parameters.oneOf("status", PUBLIC_STATUSES);
        int limit = parameters.limit();
        Cursor cursor = parameters.cursor();
        parameters.refuseIfWrong();
        BatchRecord batch = queries.batch(caller, id);
        Page<JobRecord> found = queries.ofBatch(batch.key(), statuses(status), null, cursor, limit);
        return Success.of(new Lists.BatchJobs(views(found), found.nextText()));
    }

    @Operation(summary = "List batches, newest first", operationId = "listBatches")
    @Parameter(name = "status", description = "one of pending, processing, completed, failed, cancelled")
    @Parameter(name = "archived", description = "true or false; default: both")
    @Parameter(name = "active", description = "true or false; default: both")
    @Parameter(name = "event")
    @Parameter(name = "limit", description = "between 1 and 500; default 50")
    @Parameter(name = "cursor", description = "next_cursor of the previous page")
    @Parameter(name = "total", description = "true to count all matches, exact up to 10,000")
    @GetMapping("/api/event-job/batches")
    Success<Lists.Batches> batches(Caller caller, HttpServletRequest request) {
        QueryParameters parameters = new QueryParameters(request);
        BatchFilter filter = batchFilter(caller, parameters);
        int limit = parameters.limit();
        Cursor cursor = parameters.cursor();
        Boolean total = parameters.bool("total");
        parameters.refuseIfWrong();
        Long all = Boolean.TRUE.equals(total) ? queries.count(caller, filter, MAX_TOTAL) : null;
        Page<BatchRecord> found = queries.batches(caller, filter, cursor, limit);
        return Success.of(new Lists.Batches(
                found.items().stream()
                        .map(batch -> BatchView.of(batch, null, null))
                        .toList(),
                found.nextText(),
                all));
    }

    @Operation(summary = "List the events that have jobs", operationId = "listEvents")
    @GetMapping("/api/event-job/events")
    Success<Lists.Events> events(Caller caller) {
        return Success.of(new Lists.Events(tenants.of(caller).stream()
                .flatMap(tenant -> events.of(tenant).stream())
                .map(Lists.EventView::of)
                .toList()));
    }

    private static BatchFilter batchFilter(Caller caller, QueryParameters parameters) {
        String status = parameters.oneOf("status", BATCH_STATUSES);
        return new BatchFilter(
                caller.tenant(),
                status == null ? null : BatchStatus.of(status),
                parameters.bool("archived"),
                parameters.bool("active"),
                parameters.text("event"));
    }

    /** The stored statuses that a public status stands for; empty if none is given. */
    private static Set<JobStatus> statuses(@Nullable String publicWord) {
        return Arrays.stream(JobStatus.values())
                .filter(status -> status.publicWord().equals(publicWord))
                .collect(Collectors.toSet());
    }

    private static List<BatchView.BatchJobView> views(Page<JobRecord> found) {
        return found.items().stream().map(BatchView.BatchJobView::of).toList();
    }
}
