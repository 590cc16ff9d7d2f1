package io.eventjobs.schedule;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lists of submissions or talks from the pretalx API, old and new versions: only confirmed and public ones. */
final class PretalxSubmissions {
    private static final Pattern ADDRESS = Pattern.compile("(https?://[^?#]+?)/api/events/([^/?#]+)/.*");
    private static final List<String> CANCELLED = List.of("canceled", "cancelled");
    private static final List<String> UNCONFIRMED = List.of("rejected", "withdrawn", "submitted", "draft", "deleted");

    private final JsonFields root;
    private final Schedule.Conference conference;

    PretalxSubmissions(JsonFields root, @Nullable URI address) {
        this.root = root;
        this.conference = new Schedule.Conference("", null, event(address), null);
    }

    /** Whether a result list contains submissions. */
    static boolean isListed(JsonFields root) {
        return root.all("results").stream()
                .limit(1)
                .anyMatch(first ->
                        first.text("code") != null && first.text("title") != null && !first.has("contributions"));
    }

    Schedule schedule() throws UnreadableScheduleException {
        SessionList sessions = new SessionList();
        for (JsonFields submission : root.all("results")) {
            String state = submission.text("state");
            if (state != null && CANCELLED.contains(state)) {
                sessions.leaveOut(Omission.CANCELLED, submission.text("title"));
            } else if (state != null && UNCONFIRMED.contains(state)) {
                sessions.leaveOut(Omission.UNCONFIRMED, submission.text("title"));
            } else {
                sessions.add(session(submission));
            }
        }
        if (root.text("next") != null) {
            sessions.warn("It is one page of a list, and the next ones are not read");
        }
        return new Schedule(ScheduleFormat.PRETALX_JSON, conference, sessions.all(), sessions.warnings());
    }

    private SessionDraft session(JsonFields submission) {
        SessionDraft draft = new SessionDraft(conference.base());
        draft.id = submission.text("id");
        draft.code = submission.text("code");
        draft.url = conference.base() == null || draft.code == null ? null : "talk/" + draft.code + "/";
        draft.title = submission.text("title");
        draft.track = named(submission.in("track"));
        draft.type = named(submission.in("submission_type"));
        draft.language = submission.text("content_locale");
        draft.summary = prose(submission.text("abstract"));
        draft.description = prose(submission.text("description"));
        JsonFields slot = submission.all("slots").stream()
                .findFirst()
                .filter(JsonFields::isObject)
                .orElse(submission.in("slot"));
        draft.room = named(slot.in("room"));
        draft.slot = SlotTimes.in(null).slot(slot.text("start"), slot.text("end"));
        for (JsonFields speaker : submission.all("speakers")) {
            draft.speaker(
                    speaker.isObject() ? speaker.text("name") : null, null, prose(speaker.text("biography")), null);
        }
        for (JsonFields resource : submission.all("resources")) {
            draft.attachment(resource.text("resource", "link", "url"), resource.text("description"), null);
        }
        return draft;
    }

    /** The public address of the event, derived from that of the API. */
    private static @Nullable URI event(@Nullable URI address) {
        Matcher known = ADDRESS.matcher(address == null ? "" : address.toString());
        return known.matches() ? URI.create(known.group(1) + "/" + known.group(2) + "/") : address;
    }

    /** Newer API versions can return an object instead of a name. */
    private static @Nullable String named(JsonFields thing) {
        String name = thing.in("name").text();
        return name == null ? thing.text() : name;
    }

    private static @Nullable Prose prose(@Nullable String text) {
        String block = CleanText.block(text);
        return block == null ? null : Prose.written(block);
    }
}
