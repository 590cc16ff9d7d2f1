package io.eventjobs.gateway.console.deadletter;

import io.eventjobs.gateway.console.PageLink;
import io.eventjobs.gateway.deadletter.DeadLetterEntry;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as shown to people.
 *
 * @param link to the page of its job; null for a message that could not be read
 * @param trace stack trace of the fault, null if there is none
 */
public record LetterRow(
        String id,
        String name,
        @Nullable String link,
        String code,
        String message,
        @Nullable String step,
        @Nullable String worker,
        int attempts,
        String state,
        @Nullable String replayId,
        @Nullable String trace,
        Instant at) {
    public static LetterRow of(DeadLetterEntry letter) {
        return switch (letter) {
            case DeadLetterEntry.OfJob job -> of(job);
            case DeadLetterEntry.OfMessage unreadable ->
                new LetterRow(
                        unreadable.id(),
                        "Message of a worker on " + unreadable.message().topic(),
                        null,
                        unreadable.code(),
                        unreadable.message().reason(),
                        null,
                        null,
                        0,
                        unreadable.state().word(),
                        unreadable.replayId(),
                        null,
                        unreadable.at());
        };
    }

    private static LetterRow of(DeadLetterEntry.OfJob letter) {
        JobRecord job = letter.job();
        Failure failure = job.outcome().failure();
        return new LetterRow(
                letter.id(),
                job.request().name(),
                PageLink.to("/jobs").part(letter.id()).address(),
                letter.code(),
                failure == null ? letter.letter().code().meaning() : failure.message(),
                failure == null || failure.step() == null
                        ? null
                        : failure.step().word(),
                letter.letter().worker() == null
                        ? null
                        : letter.letter().worker().value(),
                job.state().budget().attempt(),
                letter.state().word(),
                letter.replayId(),
                failure == null ? null : failure.trace(),
                letter.at());
    }
}
