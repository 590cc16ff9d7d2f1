package io.eventjobs.gateway.imports;

import io.eventjobs.schedule.ScheduledSession;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The job to submit for a session of a schedule.
 *
 * @param track track of the session, which has one batch
 * @param fields the parameters, as in the API
 */
public record SessionJob(String track, Map<String, Object> fields) {
    /** The gateway's default track. */
    static final String NO_TRACK = "General";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int MAX_NAME_LENGTH = 500;
    private static final int MAX_SPEAKERS = 100;
    private static final int MAX_SPEAKER_LENGTH = 300;

    /** @param page address of the session's page */
    static SessionJob of(ScheduledSession session, String page, ImportRequest request) {
        String track = trackOf(session);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", request.event());
        fields.put("session", shortened(session.title(), MAX_NAME_LENGTH));
        fields.put("url", encoded(page));
        fields.put("track", shortened(track, MAX_NAME_LENGTH));
        put(fields, "source_language", session.placement().language());
        put(fields, "target_language", request.language());
        ScheduledSession.Slot slot = session.slot();
        put(
                fields,
                "day",
                slot.day() == null ? null : slot.day().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        put(fields, "starttime", slot.start() == null ? null : slot.start().format(CLOCK));
        put(fields, "endtime", slot.end() == null ? null : slot.end().format(CLOCK));
        List<String> speakers = session.speakers().stream()
                .map(speaker -> shortened(speaker.name(), MAX_SPEAKER_LENGTH))
                .limit(MAX_SPEAKERS)
                .toList();
        if (!speakers.isEmpty()) {
            fields.put("speakers", speakers);
        }
        put(fields, "video_url", session.recording().map(SessionJob::encoded).orElse(null));
        put(fields, "attachments_url", session.slides().map(SessionJob::encoded).orElse(null));
        put(fields, "schedule_url", request.scheduleUrl());
        fields.put("revision", SessionRevision.of(session));
        return new SessionJob(track, fields);
    }

    public static String trackOf(ScheduledSession session) {
        String track = session.placement().track();
        return track == null ? NO_TRACK : track;
    }

    /** The key by which existing jobs for this session are found. */
    ExistingJob.Key key(String defaultLanguage) {
        return new ExistingJob.Key(
                text("url"), (String) fields.getOrDefault("target_language", defaultLanguage), title(), (String)
                        fields.getOrDefault("starttime", ""));
    }

    String revision() {
        return text("revision");
    }

    /** The title of the session. */
    String title() {
        return text("session");
    }

    private String text(String name) {
        return String.valueOf(fields.get(name));
    }

    private static void put(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** Percent-encodes characters that occur in addresses of schedules and are not allowed in URIs. */
    static String encoded(String address) {
        return address.replace("[", "%5B").replace("]", "%5D").replace("\\", "%5C");
    }

    private static String shortened(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
