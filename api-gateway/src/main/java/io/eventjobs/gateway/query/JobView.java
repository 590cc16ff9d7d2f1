package io.eventjobs.gateway.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eventjobs.gateway.job.ExecutionEntry;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobState;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A job as returned by the API.
 *
 * @param status {@code one of pending, processing, completed, failed, cancelled}
 * @param attempt number of the next or current attempt in this run, from 1
 * @param run number of starts by a person, from 1
 * @param notBefore when the next attempt of a waiting job is due
 * @param results of the last completed run; kept while a new run is under way
 * @param logs last lines; only if a single job is requested
 */
public record JobView(
        String jobId,
        String jobName,
        String jobType,
        @Nullable String batchId,
        String status,
        int attempt,
        int run,
        int priority,
        @Nullable Instant notBefore,
        Map<String, Object> parameters,
        ProgressView progress,
        @Nullable ResultsView results,
        @Nullable ErrorView error,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ExecutionView> executions,
        @Nullable List<LogLine> logs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt) {
    private static final JsonMapper MAPPER = WireFormat.mapper();

    /** The response to a submission. */
    public static JobView accepted(JobRecord job, List<String> warnings) {
        return of(job, null, warnings);
    }

    static JobView of(JobRecord job, @Nullable List<LogLine> logs) {
        return of(job, logs, List.of());
    }

    private static JobView of(JobRecord job, @Nullable List<LogLine> logs, List<String> warnings) {
        JobState at = job.state();
        return new JobView(
                job.id().value(),
                job.request().name(),
                job.request().parameters().jobType().word(),
                job.request().batch() == null ? null : job.request().batch().value(),
                at.status().publicWord(),
                at.budget().attempt(),
                at.budget().run(),
                job.request().priority().level(),
                at.notBefore(),
                parameters(job),
                ProgressView.of(at.progress()),
                ResultsView.of(job),
                ErrorView.of(job.outcome().failure()),
                job.outcome().executions().stream().map(ExecutionView::of).toList(),
                logs,
                warnings,
                job.request().createdAt(),
                at.times().updatedAt(),
                at.times().startedAt(),
                at.times().completedAt());
    }

    /** As submitted; the object key of a long transcript is internal and omitted. */
    private static Map<String, Object> parameters(JobRecord job) {
        Map<String, Object> parameters =
                MessageCodec.toMap(MAPPER, job.request().parameters());
        parameters.remove("video_transcript_key");
        return parameters;
    }

    /** The progress of the job. */
    public record ProgressView(String step, int percent, String message) {
        static ProgressView of(Progress progress) {
            return new ProgressView(progress.step().word(), progress.percent(), progress.message());
        }
    }

    /** Why the last execution failed; also while the job waits for another attempt. */
    public record ErrorView(String code, String message, @Nullable String step) {
        public static @Nullable ErrorView of(@Nullable Failure failure) {
            return failure == null
                    ? null
                    : new ErrorView(
                            failure.code().name(),
                            failure.message(),
                            failure.step() == null ? null : failure.step().word());
        }
    }

    /**
     * An execution in the history of the job.
     *
     * @param outcome {@code completed}, an error code, a reason of interruption, or {@code refused}; absent while it is under way
     * @param timings durations of its steps, in order
     * @param usage its model usage
     */
    public record ExecutionView(
            String execution,
            long token,
            String workerId,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EffortView.TimingView> timings,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EffortView.UsageView> usage) {
        public static ExecutionView of(ExecutionEntry entry) {
            return new ExecutionView(
                    entry.execution().value(),
                    entry.token(),
                    entry.worker().value(),
                    entry.startedAt(),
                    entry.endedAt(),
                    entry.outcome() == null ? null : entry.outcome().word(),
                    EffortView.timings(entry.effort()),
                    EffortView.usage(entry.effort()));
        }
    }
}
