package io.eventjobs.schedule;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads Indico's export of an event with its contributions. */
final class IndicoExport {
    private final JsonFields event;
    private final Schedule.Conference conference;
    private final SlotTimes times;
    private final SessionList sessions = new SessionList();

    IndicoExport(JsonFields root, @Nullable URI address) {
        List<JsonFields> results = root.all("results");
        this.event = results.isEmpty() ? root.in("none") : results.getFirst();
        URI base = WebAddress.base(address, event.text("url"));
        this.conference = new Schedule.Conference(
                Objects.requireNonNullElse(PlainText.line(event.text("title")), ""),
                PlainText.line(event.text("id")),
                base == null ? address : base,
                SlotTimes.zone(event.text("timezone")));
        this.times = SlotTimes.in(conference.zone());
    }

    Schedule schedule() throws UnreadableScheduleException {
        for (JsonFields contribution : event.all("contributions")) {
            add(contribution);
        }
        for (JsonFields block : event.all("sessions")) {
            for (JsonFields contribution : block.all("contributions")) {
                add(contribution);
            }
        }
        return new Schedule(ScheduleFormat.INDICO_JSON, conference, sessions.all(), sessions.losses());
    }

    private void add(JsonFields contribution) throws UnreadableScheduleException {
        SessionDraft draft = new SessionDraft(conference.base());
        draft.id = contribution.text("db_id", "id");
        draft.code = contribution.text("friendly_id", "code");
        draft.url = contribution.text("url");
        draft.title = contribution.text("title");
        draft.track = first(contribution.text("track"), contribution.text("session"));
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
                conference.zone());
    }

    /** Each moment says its own zone, which need not be the event's. */
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
        List<JsonFields> speakers = contribution.all("speakers");
        for (JsonFields person : speakers.isEmpty() ? contribution.all("primaryauthors") : speakers) {
            draft.speaker(name(person), person.text("affiliation"), null, null);
        }
    }

    /** Full names stand as "Family, Given". */
    private static @Nullable String name(JsonFields person) {
        String given = PlainText.line(person.text("first_name", "firstName"));
        String family = PlainText.line(person.text("last_name", "familyName", "lastName"));
        if (given != null && family != null) {
            return given + " " + family;
        }
        String full = PlainText.line(person.text("fullName", "name"));
        int comma = full == null ? -1 : full.indexOf(", ");
        return full == null || comma < 0 ? full : full.substring(comma + 2) + " " + full.substring(0, comma);
    }

    private static void links(SessionDraft draft, JsonFields contribution) {
        for (JsonFields folder : contribution.all("folders")) {
            String folderTitle = folder.text("title");
            for (JsonFields attachment : folder.all("attachments")) {
                attachment(draft, folderTitle, attachment);
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

    /** Files are downloaded; links are often recordings kept elsewhere, in a folder that says so. */
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
        String block = PlainText.block(text);
        return block == null ? null : Prose.guessed(block);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
