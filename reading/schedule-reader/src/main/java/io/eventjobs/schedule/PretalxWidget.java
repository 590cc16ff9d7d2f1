package io.eventjobs.schedule;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the data of the pretalx schedule widget: talks that refer to rooms, tracks and speakers by id. */
final class PretalxWidget {
    private final JsonFields root;
    private final Schedule.Conference conference;
    private final Map<String, JsonFields> speakers = new HashMap<>();
    private final Map<String, String> rooms = new HashMap<>();
    private final Map<String, String> tracks = new HashMap<>();

    PretalxWidget(JsonFields root, @Nullable URI address) {
        this.root = root;
        this.conference = new Schedule.Conference("", null, event(address), SlotTimes.zone(root.text("timezone")));
        root.all("speakers").forEach(speaker -> speakers.put(text(speaker.text("code")), speaker));
        root.all("rooms").forEach(room -> rooms.put(text(room.text("id")), text(room.text("name"))));
        root.all("tracks").forEach(track -> tracks.put(text(track.text("id")), text(track.text("name"))));
    }

    Schedule schedule() throws UnreadableScheduleException {
        SessionList sessions = new SessionList();
        for (JsonFields talk : root.all("talks")) {
            // Breaks have no code.
            if (talk.text("code") != null) {
                sessions.add(session(talk));
            } else {
                sessions.leaveOut(Omission.BREAK, talk.text("title"));
            }
        }
        return new Schedule(ScheduleFormat.PRETALX_WIDGET, conference, sessions.all(), sessions.warnings());
    }

    private SessionDraft session(JsonFields talk) {
        SessionDraft draft = new SessionDraft(conference.base());
        draft.id = talk.text("id");
        draft.code = talk.text("code");
        draft.url = "talk/" + draft.code + "/";
        draft.title = talk.text("title");
        draft.room = rooms.get(text(talk.text("room")));
        draft.track = tracks.get(text(talk.text("track")));
        draft.language = talk.text("content_locale");
        String block = CleanText.block(talk.text("abstract"));
        draft.summary = block == null ? null : Prose.written(block);
        draft.slot = SlotTimes.in(conference.zone()).slot(talk.text("start"), talk.text("end"));
        for (JsonFields code : talk.all("speakers")) {
            JsonFields speaker = speakers.getOrDefault(text(code.text()), code);
            draft.speaker(speaker.isObject() ? speaker.text("name") : null, null, null, null);
        }
        return draft;
    }

    /** The public address of the event, which is above {@code schedule/widgets/schedule.json}. */
    private static @Nullable URI event(@Nullable URI address) {
        String text = address == null ? "" : address.toString();
        int end = text.indexOf("/schedule/");
        return end < 0 ? address : URI.create(text.substring(0, end + 1));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
