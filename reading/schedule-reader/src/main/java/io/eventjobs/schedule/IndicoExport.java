package io.eventjobs.schedule;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads Indico's export of an event with its contributions. */
final class IndicoExport {
    private final JsonFields event;
    private final JsonFields timetables;
    private final Schedule.Conference conference;
    private final SlotTimes times;
    private final SessionList sessions = new SessionList();

    IndicoExport(JsonFields root, @Nullable URI address) {
        List<JsonFields> results = root.all("results");
        this.timetables = root.in("results");
        this.event = results.isEmpty() ? root.in("none") : results.getFirst();
        URI base = WebAddress.base(address, event.text("url"));
        this.conference = new Schedule.Conference(
                Objects.requireNonNullElse(CleanText.line(event.text("title")), ""),
                CleanText.line(event.text("id")),
                base == null ? address : base,
                SlotTimes.zone(event.text("timezone")));
        this.times = SlotTimes.in(conference.zone());
    }

    Schedule schedule() throws UnreadableScheduleException {
        for (Map.Entry<String, JsonFields> timetable : timetables.entries()) {
            for (Map.Entry<String, JsonFields> day : timetable.getValue().entries()) {
                entries(day.getValue(), null);
            }
        }
        for (JsonFields contribution : event.all("contributions")) {
            add(contribution, null);
        }
        for (JsonFields block : event.all("sessions")) {
            for (JsonFields contribution : block.all("contributions")) {
                add(contribution, null);
            }
        }
        return new Schedule(ScheduleFormat.INDICO_JSON, conference, sessions.all(), sessions.warnings());
    }

    /** The entries of a timetable day or of a session in it: contributions, and sessions that contain some. */
    private void entries(JsonFields entries, @Nullable String session) throws UnreadableScheduleException {
        for (Map.Entry<String, JsonFields> entry : entries.entries()) {
            JsonFields one = entry.getValue();
            switch (Objects.requireNonNullElse(one.text("entryType"), "")) {
                case "Contribution" -> add(one, session);
                case "Session" -> entries(one.in("entries"), one.text("title", "slotTitle"));
                case "Break" -> sessions.leaveOut(Omission.BREAK, one.text("title"));
                default -> {}
            }
        }
    }

    private void add(JsonFields contribution, @Nullable String session) throws UnreadableScheduleException {
        SessionDraft draft = new SessionDraft(conference.base());
        draft.id = contribution.text("db_id", "contributionId", "id");
        draft.code = contribution.text("friendly_id", "code");
        draft.url = contribution.text("url");
        draft.title = contribution.text("title");
        draft.track = first(contribution.text("track"), first(contribution.text("session"), session));
        draft.room = first(contribution.text("room", "roomFullname"), contribution.text("location"));
        draft.type = contribution.text("type");
        draft.language = contribution.text("language");
        draft.description = prose(contribution.text("description"));
        draft.slot = slot(contribution);
        people(draft, contribution);
        links(draft, contribution);
        sessions.add(draft);
    }

    private ScheduledSession.Slot slot(JsonFields contribution) {
        LocalDateTime start = moment(contribution.in("startDate"));
        LocalDateTime end = moment(contribution.in("endDate"));
        Duration length = SlotTimes.duration(contribution.text("duration"));
        return new ScheduledSession.Slot(
                start == null ? null : start.toLocalDate(),
                start,
                end != null || start == null || length == null ? end : start.plus(length),
                zone(contribution.in("startDate")));
    }

    /** The event's zone, else that of the date: a timetable states no zone for the event. */
    private @Nullable ZoneId zone(JsonFields date) {
        return conference.zone() == null ? SlotTimes.zone(date.text("tz")) : conference.zone();
    }

    /** Each date states its own zone, which may differ from the event's. */
    private @Nullable LocalDateTime moment(JsonFields date) {
        String day = date.text("date");
        String time = date.text("time");
        if (day == null || time == null) {
            return times.moment(date.text());
        }
        LocalDateTime written = SlotTimes.in(null).moment(day + "T" + time);
        ZoneId own = SlotTimes.zone(date.text("tz"));
        ZoneId zone = conference.zone();
        return written == null || own == null || zone == null
                ? written
                : written.atZone(own).withZoneSameInstant(zone).toLocalDateTime();
    }

    private static void people(SessionDraft draft, JsonFields contribution) {
        List<JsonFields> people = Stream.of("speakers", "presenters", "primaryauthors")
                .map(contribution::all)
                .filter(named -> !named.isEmpty())
                .findFirst()
                .orElse(List.of());
        for (JsonFields person : people) {
            draft.speaker(name(person), person.text("affiliation"), null, null);
        }
    }

    /** Full names have the form "Family, Given". */
    private static @Nullable String name(JsonFields person) {
        String given = CleanText.line(person.text("first_name", "firstName"));
        String family = CleanText.line(person.text("last_name", "familyName", "lastName"));
        if (given != null && family != null) {
            return given + " " + family;
        }
        String full = CleanText.line(person.text("fullName", "name"));
        int comma = full == null ? -1 : full.indexOf(", ");
        return full == null || comma < 0 ? full : full.substring(comma + 2) + " " + full.substring(0, comma);
    }

    private static void links(SessionDraft draft, JsonFields contribution) {
        JsonFields attached = contribution.in("attachments");
        attached.all("files").forEach(file -> attachment(draft, null, file));
        for (JsonFields folders : List.of(contribution.in("folders"), attached.in("folders"))) {
            for (JsonFields folder : folders.all()) {
                folder.all("attachments").forEach(file -> attachment(draft, folder.text("title"), file));
            }
        }
        for (JsonFields material : contribution.all("material")) {
            for (JsonFields resource : material.all("resources")) {
                draft.attachment(
                        resource.text("url"),
                        first(resource.text("name"), material.text("title")),
                        material.text("title"));
            }
        }
    }

    /** Files are downloads; links often lead to recordings stored elsewhere, and their folder is named accordingly. */
    private static void attachment(SessionDraft draft, @Nullable String folder, JsonFields attachment) {
        String title = attachment.text("title", "filename");
        String words = (folder == null ? "" : folder + " ") + (title == null ? "" : title);
        if ("link".equals(attachment.text("type"))) {
            String address = attachment.text("link_url", "download_url");
            boolean film = words.toLowerCase(Locale.ROOT).matches(".*\\b(recording|video|webcast)s?\\b.*");
            draft.link(address, title, film ? "youtube" : null);
        } else {
            boolean slides = words.toLowerCase(Locale.ROOT).matches(".*\\b(slides?|folien|presentation)\\b.*");
            draft.attachment(attachment.text("download_url"), title, slides ? "slides" : null);
        }
    }

    private static @Nullable Prose prose(@Nullable String text) {
        String block = CleanText.block(text);
        return block == null ? null : Prose.guessed(block);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
