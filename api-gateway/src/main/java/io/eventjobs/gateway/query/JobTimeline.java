package io.eventjobs.gateway.query;

import io.eventjobs.gateway.job.ExecutionEntry;
import io.eventjobs.gateway.job.ExecutionOutcome;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.job.FailureKind;
import io.eventjobs.model.job.JobStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The timeline of a job, derived from its record: creation, each execution in its history, and its end. */
public final class JobTimeline {
    private JobTimeline() {}

    public static List<Lists.Moment> of(JobRecord job) {
        List<Lists.Moment> moments = new ArrayList<>();
        moments.add(new Lists.Moment(EventType.JOB_CREATED.word(), job.request().createdAt(), Map.of()));
        Instant ended = job.state().times().completedAt();
        boolean endedByExecution = false;
        for (ExecutionEntry entry : job.outcome().executions()) {
            boolean endedJob = isSameMoment(ended, entry.endedAt());
            add(entry, endedJob ? ending(job.status()) : null, moments);
            endedByExecution |= endedJob;
        }
        if (ended != null && !endedByExecution) {
            moments.add(new Lists.Moment(ending(job.status()).word(), ended, Map.of()));
        }
        moments.sort(Comparator.comparing(Lists.Moment::at));
        return moments;
    }

    /** The parts of a record are not all stored with the same precision. */
    private static boolean isSameMoment(@Nullable Instant one, @Nullable Instant other) {
        return one != null
                && other != null
                && one.truncatedTo(ChronoUnit.MILLIS).equals(other.truncatedTo(ChronoUnit.MILLIS));
    }

    /** @param end how the job ended, if it ended with this execution: an outcome alone does not tell whether another attempt follows */
    private static void add(ExecutionEntry entry, @Nullable EventType end, List<Lists.Moment> moments) {
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
            EventType type = end == null ? type(entry.outcome()) : end;
            moments.add(new Lists.Moment(type.word(), entry.endedAt(), how));
        }
    }

    private static EventType type(ExecutionOutcome outcome) {
        return switch (outcome) {
            case ExecutionOutcome.Completed completed -> EventType.JOB_COMPLETED;
            case ExecutionOutcome.Failed failed ->
                failed.code().kind() == FailureKind.PERMANENT ? EventType.JOB_FAILED : EventType.JOB_RETRYING;
            case ExecutionOutcome.Refused refused -> EventType.JOB_RETRYING;
            case ExecutionOutcome.Interrupted interrupted -> EventType.JOB_RETRYING;
        };
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
