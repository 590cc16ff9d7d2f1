package io.eventjobs.schedule;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads Sessionize's views: All, which refers to speakers, rooms and categories by id, and Sessions and GridSmart, which embed them. Times
 * have no zone, and sessions have no page.
 */
final class SessionizeView {
    private static final Set<String> TRACKS =
            Set.of("track", "tracks", "topic", "topics", "stream", "theme", "devroom");
    private static final Set<String> TYPES = Set.of("session format", "format", "session type", "type");
    private static final Set<String> LANGUAGES = Set.of("language", "session language", "sprache");

    private final JsonFields root;
    private final Schedule.Conference conference;
    private final Map<String, JsonFields> speakers = new HashMap<>();
    private final Map<String, String> rooms = new HashMap<>();
    private final Map<String, String> questions = new HashMap<>();
    /** For each category item, the names of category and item. */
    private final Map<String, List<String>> items = new HashMap<>();

    private final SessionList sessions = new SessionList();

    SessionizeView(JsonFields root, @Nullable URI address) {
        this.root = root;
        this.conference = new Schedule.Conference("", null, address, null);
        root.all("speakers").forEach(speaker -> speakers.put(key(speaker), speaker));
        root.all("rooms").forEach(room -> rooms.put(key(room), text(room.text("name"))));
        root.all("questions").forEach(question -> questions.put(key(question), text(question.text("question"))));
        for (JsonFields category : root.all("categories")) {
            for (JsonFields item : category.all("items")) {
                items.put(key(item), List.of(text(category.text("title")), text(item.text("name"))));
            }
        }
    }

    Schedule schedule() throws UnreadableScheduleException {
        add(root.all("sessions"), "");
        for (JsonFields group : root.all()) {
            add(group.all("sessions"), text(group.text("groupName")));
            for (JsonFields room : group.all("rooms")) {
                add(room.all("sessions"), "");
            }
        }
        return new Schedule(ScheduleFormat.SESSIONIZE_JSON, conference, sessions.all(), sessions.warnings());
    }

    private void add(List<JsonFields> list, String group) throws UnreadableScheduleException {
        for (JsonFields session : list) {
            sessions.add(session(session, group));
        }
    }

    private SessionDraft session(JsonFields session, String group) {
        SessionDraft draft = new SessionDraft(conference.base());
        draft.id = session.text("id");
        draft.title = session.text("title");
        draft.room =
                Objects.requireNonNullElse(session.text("room"), rooms.getOrDefault(text(session.text("roomId")), ""));
        draft.track = group.equals("All") ? "" : group;
        draft.description = prose(session.text("description"));
        draft.slot = SlotTimes.in(null).slot(session.text("startsAt"), session.text("endsAt"));
        categories(draft, session);
        if (session.isTrue("isServiceSession")) {
            draft.type = "service";
        }
        session.all("speakers").forEach(speaker -> speaker(draft, speaker));
        draft.link(session.text("recordingUrl"), "Recording", SessionLink.Kind.RECORDING);
        draft.link(session.text("liveUrl"), "Live stream", SessionLink.Kind.SERVICE);
        answers(draft, session);
        return draft;
    }

    private void categories(SessionDraft draft, JsonFields session) {
        for (JsonFields item : session.all("categoryItems")) {
            List<String> known = items.getOrDefault(text(item.text()), List.of("", ""));
            category(draft, known.getFirst(), known.getLast());
        }
        for (JsonFields category : session.all("categories")) {
            for (JsonFields item : category.all("categoryItems")) {
                category(draft, text(category.text("name")), text(item.text("name")));
            }
        }
    }

    private static void category(SessionDraft draft, String category, String item) {
        String name = category.strip().toLowerCase(Locale.ROOT);
        if (TRACKS.contains(name)) {
            draft.track = item;
        } else if (TYPES.contains(name)) {
            draft.type = item;
        } else if (LANGUAGES.contains(name)) {
            draft.language = item;
        }
    }

    /** A speaker is given by id alone, or by id and name. */
    private void speaker(SessionDraft draft, JsonFields named) {
        JsonFields known = speakers.getOrDefault(text(named.isObject() ? named.text("id") : named.text()), named);
        if (!known.isObject()) {
            return;
        }
        String first = text(known.text("firstName"));
        String name = known.text("fullName") == null ? named.text("name") : known.text("fullName");
        List<JsonFields> links = known.all("links");
        draft.speaker(
                name == null ? first + " " + text(known.text("lastName")) : name,
                known.text("tagLine"),
                prose(known.text("bio")),
                links.isEmpty() ? null : links.getFirst().text("url"));
    }

    /** Speakers submit their slides as the answer to a question. */
    private void answers(SessionDraft draft, JsonFields session) {
        for (JsonFields answer : session.all("questionAnswers")) {
            String question = questions.getOrDefault(text(answer.text("questionId")), text(answer.text("question")));
            String value = text(answer.text("answerValue", "answer")).strip();
            if (value.startsWith("http://") || value.startsWith("https://")) {
                boolean slides = question.toLowerCase(Locale.ROOT).contains("slide");
                draft.attachment(value, question, slides ? "slides" : null);
            }
        }
    }

    private static @Nullable Prose prose(@Nullable String text) {
        String block = CleanText.block(text);
        return block == null ? null : Prose.guessed(block);
    }

    private static String key(JsonFields thing) {
        return text(thing.text("id"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
