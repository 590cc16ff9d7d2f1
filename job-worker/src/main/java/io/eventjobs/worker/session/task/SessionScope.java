package io.eventjobs.worker.session.task;

import io.eventjobs.document.SourceDocument;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobType;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.work.JobFailedException;
import java.util.List;

/**
 * The parts of a session that a job is about.
 *
 * @param page whether the page is fetched
 * @param slides whether the slides are fetched and rendered
 * @param transcript whether a transcript is looked for
 */
public record SessionScope(boolean page, boolean slides, boolean transcript) {
    public static SessionScope of(JobType type) {
        return switch (type) {
            case SESSION -> new SessionScope(true, true, true);
            case PAGE -> new SessionScope(true, false, false);
            case DOCUMENT -> new SessionScope(false, true, false);
            case TRANSCRIPT -> new SessionScope(false, false, true);
            case NOOP -> throw new IllegalArgumentException("a noop has no parts");
        };
    }

    /** Whether the job is about one source only, without which there is no document. */
    public boolean isSingle() {
        return !(page && slides && transcript);
    }

    /** Fails a job that is about one source in which nothing was found; the warnings say why. */
    public void requireSource(List<SourceDocument> decks, Transcript spoken, List<String> warnings)
            throws JobFailedException {
        if (isSingle() && slides && decks.isEmpty()) {
            throw nothing(FailureCode.NO_DOCUMENT, warnings);
        }
        if (isSingle() && transcript && spoken.isEmpty()) {
            throw nothing(FailureCode.NO_TRANSCRIPT, warnings);
        }
    }

    private static JobFailedException nothing(FailureCode code, List<String> warnings) {
        return JobFailedException.of(code, warnings.isEmpty() ? code.meaning() : String.join(" ", warnings));
    }
}
