package io.eventjobs.worker.session;

import static java.util.Objects.requireNonNullElse;

import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.SourceParameters;
import java.util.List;

/**
 * Represents a single source as a session, so that the steps of sessions can process it. Unknown properties of the session are empty
 * and appears nowhere.
 */
final class SourceSession {
    private SourceSession() {}

    static SessionParameters of(SourceParameters source) {
        return new SessionParameters(
                requireNonNullElse(source.event(), ""),
                requireNonNullElse(source.title(), ""),
                source.url(),
                source.filename(),
                requireNonNullElse(source.track(), ""),
                new SessionParameters.Languages(source.sourceLanguage(), source.targetLanguage(), null),
                SessionParameters.Slot.UNKNOWN,
                List.of(),
                new SessionParameters.Material(
                        source.jobType() == JobType.TRANSCRIPT ? source.url() : null,
                        source.jobType() == JobType.DOCUMENT ? source.url() : null,
                        null,
                        null),
                SessionParameters.Announcement.NONE,
                SessionParameters.Writing.DEFAULT,
                source.useCache());
    }
}
