package io.eventjobs.gateway.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eventjobs.gateway.mongo.EventSummaries;
import io.eventjobs.model.job.LogLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list responses of the API. */
public final class Lists {
    private Lists() {}

    /** @param total exact up to 10,000; only if requested */
    record Jobs(
            List<JobView> jobs,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
            @Nullable Long total) {}

    /** @param total exact up to 10,000; only if requested */
    record Batches(
            List<BatchView> batches,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
            @Nullable Long total) {}

    record BatchJobs(
            List<BatchView.BatchJobView> jobs, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}

    record Logs(String jobId, List<LogLine> logs) {}

    /** The timeline of a job, oldest entry first. */
    record Timeline(String jobId, List<Moment> events) {}

    /** @param type named like the public events: {@code job.created, job.started, …} */
    public record Moment(String type, Instant at, Map<String, Object> data) {}

    record Events(List<EventView> events) {}

    /** A conference for which there are jobs. */
    record EventView(String event, long jobCount, long completedCount, long failedCount, long batchCount) {
        static EventView of(EventSummaries.EventSummary event) {
            return new EventView(event.event(), event.jobs(), event.completed(), event.failed(), event.batches());
        }
    }
}
