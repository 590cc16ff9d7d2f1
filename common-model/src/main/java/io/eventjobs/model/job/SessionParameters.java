package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conference session as the client described it. Addresses are as given; only their syntax has been checked. In JSON the
 * nested records are flattened: all fields are on one level.
 *
 * @param event the conference, not blank
 * @param session the title of the talk, not blank
 * @param url the session's page
 * @param filename requested name of the Markdown file, e.g. {@code session.md}
 * @param track room or theme; {@code General} by default
 * @param speakers names as given; empty if the client gave none
 * @param useCache whether checkpoints of earlier runs may be used
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
        @JsonUnwrapped Writing writing,
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

    public String template() {
        return writing.template();
    }

    public @Nullable String templateHash() {
        return writing.templateHash();
    }

    public @Nullable String target() {
        return writing.target();
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
                event, session, url, filename, track, languages, slot, speakers, material, announcement, writing, use);
    }

    /** A copy whose transcript is read from the object store. */
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
                writing,
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
                writing,
                useCache);
    }

    /**
     * The languages of a session and of its document.
     *
     * @param sourceLanguage BCP 47 tag of the talk
     * @param targetLanguage BCP 47 tag of the document
     * @param translateNames whether title and file name are translated, too; null, which means no, if the client did not say
     */
    public record Languages(String sourceLanguage, String targetLanguage, @Nullable Boolean translateNames) {
        /** Whether title and file name are translated, too. */
        public boolean withNames() {
            return Boolean.TRUE.equals(translateNames);
        }
    }

    /**
     * When a session takes place, as far as it is known.
     *
     * @param day as given: a date or the name of a weekday
     * @param starttime {@code HH:MM} in the conference's time zone
     * @param endtime {@code HH:MM} in the conference's time zone
     */
    public record Slot(@Nullable String day, @Nullable String starttime, @Nullable String endtime) {
        public static final Slot UNKNOWN = new Slot(null, null, null);
    }

    /**
     * The material of a session in addition to its page.
     *
     * @param videoUrl the recording
     * @param attachmentsUrl the slides
     * @param videoTranscript text of the talk; takes precedence over subtitles
     * @param videoTranscriptKey object key of that text, if it is too long to be part of the job
     */
    public record Material(
            @Nullable String videoUrl,
            @Nullable String attachmentsUrl,
            @Nullable String videoTranscript,
            @Nullable String videoTranscriptKey) {
        public static final Material NONE = new Material(null, null, null, null);
    }

    /**
     * Where the session is listed in the event's schedule.
     *
     * @param scheduleUrl the schedule, in a machine-readable format; null to discover it from the session's page
     * @param revision the revision of the schedule that the client read the session from; opaque, stored only
     */
    public record Announcement(@Nullable String scheduleUrl, @Nullable String revision) {
        public static final Announcement NONE = new Announcement(null, null);
    }

    /**
     * How the document is to be written.
     *
     * @param template name of the template
     * @param templateHash SHA-256 of the template at the time when the job was accepted; null for a built-in template
     * @param target the intended readers, for the front matter
     */
    public record Writing(String template, @Nullable String templateHash, @Nullable String target) {
        /** The default template, for readers in general. */
        public static final Writing DEFAULT = new Writing("Session", null, null);
    }
}
