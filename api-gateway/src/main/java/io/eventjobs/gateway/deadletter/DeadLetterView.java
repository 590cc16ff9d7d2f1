package io.eventjobs.gateway.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.ExecutionEntry;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.QuarantinedMessage;
import io.eventjobs.gateway.query.JobView;
import io.eventjobs.model.job.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as shown to operators.
 *
 * @param deadLetterId id of the job, or position of the message in Kafka
 * @param kind {@code job} or {@code message}
 * @param state {@code open, replayed, discarded}
 * @param topic original topic, without the prefix
 * @param attempt last attempt of this run
 * @param workerId worker that had the job when it failed
 * @param trace stack trace of the fault in the worker
 * @param payload of a message, as far as it is text; only when a single dead letter is requested
 */
public record DeadLetterView(
        String deadLetterId,
        String kind,
        String state,
        String topic,
        @Nullable String tenant,
        @Nullable String jobId,
        @Nullable String jobName,
        @Nullable String batchId,
        JobView.ErrorView error,
        @Nullable Integer run,
        @Nullable Integer attempt,
        @Nullable String workerId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<JobView.ExecutionView> executions,
        @Nullable String trace,
        @Nullable Integer partition,
        @Nullable Long offset,
        @Nullable String payload,
        @Nullable String replayId,
        Instant failedAt) {

    /** @param whole whether trace and payload are included */
    static DeadLetterView of(DeadLetterEntry letter, boolean whole) {
        return switch (letter) {
            case DeadLetterEntry.OfJob job -> of(job, whole);
            case DeadLetterEntry.OfMessage message -> of(message.message(), whole);
        };
    }

    private static DeadLetterView of(DeadLetterEntry.OfJob letter, boolean whole) {
        JobRecord job = letter.job();
        Failure failure = job.outcome().failure();
        String batch =
                job.request().batch() == null ? null : job.request().batch().value();
        String worker = letter.letter().worker() == null
                ? lastWorker(job)
                : letter.letter().worker().value();
        JobView.ErrorView error = failure == null
                ? new JobView.ErrorView(letter.code(), letter.failureCode().meaning(), null)
                : Objects.requireNonNull(JobView.ErrorView.of(failure));
        return new DeadLetterView(
                letter.id(),
                "job",
                letter.state().word(),
                "commands",
                job.request().tenant().value(),
                letter.id(),
                job.request().name(),
                batch,
                error,
                job.state().budget().run(),
                job.state().budget().attempt(),
                worker,
                whole
                        ? job.outcome().executions().stream()
                                .map(JobView.ExecutionView::of)
                                .toList()
                        : List.of(),
                whole && failure != null ? failure.trace() : null,
                null,
                null,
                null,
                letter.replayId(),
                letter.at());
    }

    private static DeadLetterView of(QuarantinedMessage message, boolean whole) {
        return new DeadLetterView(
                message.id(),
                "message",
                message.state().word(),
                message.topic(),
                null,
                message.key(),
                null,
                null,
                new JobView.ErrorView(DeadLetterFilter.UNREADABLE, message.reason(), null),
                null,
                null,
                null,
                List.of(),
                null,
                message.partition(),
                message.offset(),
                whole ? new String(message.bytes(), StandardCharsets.UTF_8) : null,
                message.replayId(),
                message.at());
    }

    private static @Nullable String lastWorker(JobRecord job) {
        List<ExecutionEntry> executions = job.outcome().executions();
        return executions.isEmpty() ? null : executions.getLast().worker().value();
    }
}
