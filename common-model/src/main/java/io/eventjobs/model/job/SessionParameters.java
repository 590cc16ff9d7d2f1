package io.eventjobs.model.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One conference session as the client described it. Addresses are as given: only their form was judged.
 *
 * @param event the conference, not blank
 * @param session the title of the talk, not blank
 * @param url the session's page
 * @param filename name of the Markdown file as wished, e.g. {@code session.md}
 * @param track room or theme; {@code General} unless given
 * @param sourceLanguage BCP 47 tag of the talk
 * @param targetLanguage BCP 47 tag of the document wanted
 * @param day as given: a date or the name of a weekday
 * @param starttime {@code HH:MM} in the conference's zone
 * @param endtime {@code HH:MM} in the conference's zone
 * @param speakers names as given; empty when the client named none
 * @param videoUrl the recording
 * @param attachmentsUrl the slides
 * @param videoTranscript text of the talk, used before any subtitles
 * @param videoTranscriptKey object key of that text where it is too long to stand in the job
 * @param template how the document is written; {@code Session}
 * @param target the readers it is meant for; stands in the front matter
 * @param useCache whether finished steps of earlier runs may be used
 */
public record SessionParameters(
        String event,
        String session,
        String url,
        String filename,
        String track,
        String sourceLanguage,
        String targetLanguage,
        @Nullable String day,
        @Nullable String starttime,
        @Nullable String endtime,
        List<String> speakers,
        @Nullable String videoUrl,
        @Nullable String attachmentsUrl,
        @Nullable String videoTranscript,
        @Nullable String videoTranscriptKey,
        String template,
        @Nullable String target,
        boolean useCache)
        implements JobParameters {
    public SessionParameters {
        speakers = List.copyOf(speakers);
    }

    @Override
    public JobType jobType() {
        return JobType.SESSION;
    }

    @Override
    public SessionParameters withUseCache(boolean use) {
        return new SessionParameters(
                event,
                session,
                url,
                filename,
                track,
                sourceLanguage,
                targetLanguage,
                day,
                starttime,
                endtime,
                speakers,
                videoUrl,
                attachmentsUrl,
                videoTranscript,
                videoTranscriptKey,
                template,
                target,
                use);
    }

    /** The same session, with its transcript in the object store. */
    public SessionParameters withVideoTranscriptKey(String key) {
        return new SessionParameters(
                event,
                session,
                url,
                filename,
                track,
                sourceLanguage,
                targetLanguage,
                day,
                starttime,
                endtime,
                speakers,
                videoUrl,
                attachmentsUrl,
                null,
                key,
                template,
                target,
                useCache);
    }
}
