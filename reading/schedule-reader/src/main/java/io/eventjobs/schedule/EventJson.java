package io.eventjobs.schedule;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads event JSON: days, rooms and events as written by frab, pretalx and the c3voc, and the flat event list of the hub.
 */
final class EventJson {
    private static final Set<String> SPEAKING =
            Set.of("speaker", "presenter", "lecturer", "moderator", "host", "panelist", "author", "coach", "performer");

    private static final Set<String> CANCELLED = Set.of("canceled", "cancelled");

    private final JsonFields schedule;
    private final Schedule.Conference conference;
    private final SlotTimes times;
    private final boolean isMarkdown;
    private final SessionList sessions = new SessionList();

    EventJson(JsonFields root, @Nullable URI address) {
        this.schedule = root.has("schedule") ? root.in("schedule") : root;
        JsonFields said = schedule.in("conference");
        this.conference = new Schedule.Conference(
                Objects.requireNonNullElse(CleanText.line(said.text("title", "name")), ""),
                CleanText.line(said.text("acronym", "slug")),
                base(address, schedule, said),
                SlotTimes.zone(said.text("time_zone_name", "timezone", "timeZoneName")));
        LocalTime change = SlotTimes.time(said.text("day_change"));
        this.times = new SlotTimes(conference.zone(), change == null ? LocalTime.MIDNIGHT : change);
        this.isMarkdown = isMarkdown(root.in("generator")) || isMarkdown(schedule.in("generator"));
    }

    Schedule schedule() throws UnreadableScheduleException {
        days(schedule.in("conference").in("days"));
        if (sessions.isEmpty()) {
            days(schedule.in("days"));
        }
        boolean inDays = !sessions.isEmpty();
        if (!inDays) {
            for (String name : List.of("events", "sessions", "talks")) {
                events(schedule.in(name), null, null);
                events(schedule.in("conference").in(name), null, null);
            }
        }
        ScheduleFormat format = inDays ? ScheduleFormat.SCHEDULE_JSON : ScheduleFormat.HUB_JSON;
        return new Schedule(format, conference, sessions.all(), sessions.warnings());
    }

    private static @Nullable URI base(@Nullable URI address, JsonFields schedule, JsonFields conference) {
        URI base = WebAddress.base(address, schedule.text("base_url"));
        base = base == null ? WebAddress.base(address, conference.text("base_url", "url")) : base;
        base = base == null ? WebAddress.base(address, schedule.text("url")) : base;
        return base == null ? address : base;
    }

    private static boolean isMarkdown(JsonFields generator) {
        String name = Objects.requireNonNullElse(generator.text(), "").toLowerCase(Locale.ROOT);
        return name.contains("pretalx") || name.contains("hub");
    }

    /** An array of days, or an object with days by date. */
    private void days(JsonFields days) throws UnreadableScheduleException {
        for (JsonFields day : days.all()) {
            day(day, day.text("date"));
        }
        for (Map.Entry<String, JsonFields> day : days.entries()) {
            String date = day.getValue().text("date");
            day(day.getValue(), date == null ? day.getKey() : date);
        }
    }

    /** An object with rooms by name, or an array of rooms or of events. */
    private void day(JsonFields day, @Nullable String named) throws UnreadableScheduleException {
        LocalDate date = SlotTimes.date(named);
        for (Map.Entry<String, JsonFields> room : day.in("rooms").entries()) {
            events(room.getValue(), date, room.getKey());
        }
        for (JsonFields room : day.all("rooms")) {
            events(room.in("events"), date, room.text("name"));
        }
        events(day.in("events"), date, null);
    }

    private void events(JsonFields events, @Nullable LocalDate day, @Nullable String room)
            throws UnreadableScheduleException {
        for (JsonFields event : events.all()) {
            String state = Objects.requireNonNullElse(event.text("state", "status"), "");
            if (CANCELLED.contains(state.toLowerCase(Locale.ROOT))) {
                sessions.leaveOut(Omission.CANCELLED, event.text("title", "name"));
            } else {
                sessions.add(session(event, day, room));
            }
        }
    }

    private SessionDraft session(JsonFields event, @Nullable LocalDate day, @Nullable String room) {
        SessionDraft draft = new SessionDraft(conference.base());
        draft.id = event.text("id", "local_id");
        draft.guid = event.text("guid", "uuid");
        draft.code = event.text("code");
        draft.slug = event.text("slug");
        draft.url = event.text("url", "frontend_link", "public_url");
        draft.title = event.text("title", "name");
        draft.subtitle = event.text("subtitle");
        draft.track = event.text("track");
        draft.room = Objects.requireNonNullElse(event.text("room", "location"), Objects.requireNonNullElse(room, ""));
        draft.type = event.text("type", "kind");
        draft.language = event.text("language", "locale", "spoken_language");
        draft.summary = prose(event.text("abstract"));
        draft.description = prose(event.text("description", "description_text"));
        draft.slot = slot(event, day);
        for (String list : List.of("persons", "participants", "speakers")) {
            event.all(list).forEach(person -> speaker(draft, person));
        }
        links(draft, event);
        return draft;
    }

    private ScheduledSession.Slot slot(JsonFields event, @Nullable LocalDate day) {
        String start = event.text("start", "schedule_start", "start_time");
        boolean isClock = SlotTimes.time(start) != null;
        String date = isClock || event.text("date") != null ? event.text("date") : start;
        ScheduledSession.Slot slot =
                times.slot(day, date, start, event.text("duration", "schedule_duration", "duration_minutes"));
        String end = event.text("end", "schedule_end", "end_time");
        return slot.end() != null || times.moment(end) == null
                ? slot
                : new ScheduledSession.Slot(slot.day(), slot.start(), times.moment(end), slot.zone());
    }

    /** Adds only people with a speaking role: not moderators, translators or camera operators. */
    private void speaker(SessionDraft draft, JsonFields person) {
        String role = person.text("role");
        if (role == null || SPEAKING.contains(role.toLowerCase(Locale.ROOT))) {
            draft.speaker(
                    person.isObject()
                            ? person.text("public_name", "name", "full_public_name", "display_name")
                            : person.text(),
                    person.text("affiliation", "organization", "company"),
                    prose(person.text("biography", "bio", "abstract", "description")),
                    person.text("url", "link", "links"));
        }
    }

    private static void links(SessionDraft draft, JsonFields event) {
        draft.link(event.text("video_download_url", "video_url"), "Video", SessionLink.Kind.RECORDING);
        draft.link(event.in("recording").text("url"), "Recording", SessionLink.Kind.RECORDING);
        for (JsonFields file : event.all("attachments")) {
            draft.attachment(file.text("url", "href"), file.text("title", "name", "text"), file.text("type"));
        }
        for (JsonFields link : event.all("links")) {
            String service = link.text("service") == null ? link.text("type") : link.text("service");
            draft.link(
                    link.isObject() ? link.text("url", "href") : link.text(),
                    link.text("title", "name", "text"),
                    service);
        }
        draft.link(event.text("feedback_url"), "Feedback", SessionLink.Kind.SERVICE);
    }

    private @Nullable Prose prose(@Nullable String text) {
        String block = CleanText.block(text);
        return block == null ? null : isMarkdown ? Prose.written(block) : Prose.guessed(block);
    }
}
