package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One conference session as the client described it. Addresses are as given: only their form was judged. In JSON all of it
 * stands side by side, whatever belongs together here.
 *
 * @param event the conference, not blank
 * @param session the title of the talk, not blank
 * @param url the session's page
 * @param filename name of the Markdown file as wished, e.g. {@code session.md}
 * @param track room or theme; {@code General} unless given
 * @param speakers names as given; empty when the client named none
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
        @JsonUnwrapped Languages languages,
        @JsonUnwrapped Slot slot,
        List<String> speakers,
        @JsonUnwrapped Material material,
        @JsonUnwrapped Announcement announcement,
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

    public String sourceLanguage() {
        return languages.sourceLanguage();
    }

    @Override
    public String targetLanguage() {
        return languages.targetLanguage();
    }

    public @Nullable String day() {
        return slot.day();
    }

    public @Nullable String starttime() {
        return slot.starttime();
    }

    public @Nullable String endtime() {
        return slot.endtime();
    }

    public @Nullable String videoUrl() {
        return material.videoUrl();
    }

    public @Nullable String attachmentsUrl() {
        return material.attachmentsUrl();
    }

    public @Nullable String videoTranscript() {
        return material.videoTranscript();
    }

    public @Nullable String videoTranscriptKey() {
        return material.videoTranscriptKey();
    }

    public @Nullable String scheduleUrl() {
        return announcement.scheduleUrl();
    }

    public @Nullable String revision() {
        return announcement.revision();
    }

    @Override
    public Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("url", url);
        if (material.videoUrl() != null) {
            addresses.put("video_url", material.videoUrl());
        }
        if (material.attachmentsUrl() != null) {
            addresses.put("attachments_url", material.attachmentsUrl());
        }
        return addresses;
    }

    @Override
    public SessionParameters withUseCache(boolean use) {
        return new SessionParameters(
                event,
                session,
                url,
                filename,
                track,
                languages,
                slot,
                speakers,
                material,
                announcement,
                template,
                target,
                use);
    }

    /** The same session, with its transcript in the object store. */
    public SessionParameters withVideoTranscriptKey(String key) {
        return with(new Material(material.videoUrl(), material.attachmentsUrl(), null, key));
    }

    @Override
    public SessionParameters withTargetLanguage(String language) {
        Languages others = new Languages(languages.sourceLanguage(), language, languages.translateNames());
        return new SessionParameters(
                event,
                session,
                url,
                filename,
                track,
                others,
                slot,
                speakers,
                material,
                announcement,
                template,
                target,
                useCache);
    }

    private SessionParameters with(Material other) {
        return new SessionParameters(
                event,
                session,
                url,
                filename,
                track,
                languages,
                slot,
                speakers,
                other,
                announcement,
                template,
                target,
                useCache);
    }

    /**
     * In which languages a session is, and is wanted.
     *
     * @param sourceLanguage BCP 47 tag of the talk
     * @param targetLanguage BCP 47 tag of the document wanted
     * @param translateNames whether title and file name shall be translated too; null, as if false, unless the client said
     */
    public record Languages(String sourceLanguage, String targetLanguage, @Nullable Boolean translateNames) {
        /** Whether title and file name shall be translated too. */
        public boolean withNames() {
            return Boolean.TRUE.equals(translateNames);
        }
    }

    /**
     * When a session is.
     *
     * @param day as given: a date or the name of a weekday
     * @param starttime {@code HH:MM} in the conference's zone
     * @param endtime {@code HH:MM} in the conference's zone
     */
    public record Slot(@Nullable String day, @Nullable String starttime, @Nullable String endtime) {
        public static final Slot UNKNOWN = new Slot(null, null, null);
    }

    /**
     * What there is of a session beside its page.
     *
     * @param videoUrl the recording
     * @param attachmentsUrl the slides
     * @param videoTranscript text of the talk, used before any subtitles
     * @param videoTranscriptKey object key of that text where it is too long to stand in the job
     */
    public record Material(
            @Nullable String videoUrl,
            @Nullable String attachmentsUrl,
            @Nullable String videoTranscript,
            @Nullable String videoTranscriptKey) {
        public static final Material NONE = new Material(null, null, null, null);
    }

    /**
     * How the schedule of the event tells of a session.
     *
     * @param scheduleUrl the schedule, in a form for machines; null to look for it from the session's page
     * @param revision which state of the schedule the session was described from, in the client's own words; only kept
     */
    public record Announcement(@Nullable String scheduleUrl, @Nullable String revision) {
        public static final Announcement NONE = new Announcement(null, null);
    }
}
