package io.eventjobs.worker.session.task;

import io.eventjobs.document.SourceDocument;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobType;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.work.JobFailedException;
import java.util.List;

/**
 * Which of a session's parts a job is about.
 *
 * @param page whether its page is fetched
 * @param slides whether its slides are fetched and rendered
 * @param transcript whether is looked for what was said
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

    /** Whether the job is about one source alone, without which there is nothing to be made. */
    public boolean isSingle() {
        return !(page && slides && transcript);
    }

    /** A job that is about one source has failed when nothing was found in it; what was tried stands in the warnings. */
    public void requireWhatItIsAbout(List<SourceDocument> decks, Transcript spoken, List<String> warnings)
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
