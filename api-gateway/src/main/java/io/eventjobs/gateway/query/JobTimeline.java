package io.eventjobs.gateway.query;

import io.eventjobs.gateway.job.ExecutionEntry;
import io.eventjobs.gateway.job.ExecutionOutcome;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The timeline of a job, derived from its record: creation, each execution in its history, and its end. */
final class JobTimeline {
    private JobTimeline() {}

    static List<Lists.Moment> of(JobRecord job) {
        List<Lists.Moment> moments = new ArrayList<>();
        moments.add(new Lists.Moment(EventType.JOB_CREATED.word(), job.request().createdAt(), Map.of()));
        job.outcome().executions().forEach(entry -> add(entry, moments));
        Instant ended = job.state().times().completedAt();
        boolean shown = moments.stream().anyMatch(moment -> moment.at().equals(ended));
        if (ended != null && !shown) {
            moments.add(new Lists.Moment(ending(job.status()).word(), ended, Map.of()));
        }
        moments.sort(Comparator.comparing(Lists.Moment::at));
        return moments;
    }

    private static void add(ExecutionEntry entry, List<Lists.Moment> moments) {
        Map<String, Object> who = Map.of(
                "execution",
                entry.execution().value(),
                "worker_id",
                entry.worker().value());
        moments.add(new Lists.Moment(EventType.JOB_STARTED.word(), entry.startedAt(), who));
        if (entry.endedAt() != null && entry.outcome() != null) {
            Map<String, Object> how = Map.of(
                    "execution",
                    entry.execution().value(),
                    "outcome",
                    entry.outcome().word());
            moments.add(new Lists.Moment(type(entry.outcome()).word(), entry.endedAt(), how));
        }
    }

    private static EventType type(ExecutionOutcome outcome) {
        return switch (outcome) {
            case ExecutionOutcome.Completed completed -> EventType.JOB_COMPLETED;
            case ExecutionOutcome.Failed failed ->
                isFinal(failed.code()) ? EventType.JOB_FAILED : EventType.JOB_RETRYING;
            case ExecutionOutcome.Refused refused -> EventType.JOB_RETRYING;
            case ExecutionOutcome.Interrupted interrupted -> EventType.JOB_RETRYING;
        };
    }

    private static boolean isFinal(FailureCode code) {
        return code != FailureCode.UNKNOWN && code.attempts() == 1;
    }

    private static EventType ending(JobStatus status) {
        return switch (status) {
            case COMPLETED -> EventType.JOB_COMPLETED;
            case FAILED -> EventType.JOB_FAILED;
            case CANCELLED -> EventType.JOB_CANCELLED;
            case PENDING, QUEUED, PROCESSING -> EventType.JOB_PROGRESSED;
        };
    }
}
