package io.eventjobs.schedule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sessions of a schedule while it is read, and what was left out. */
final class SessionList {
    private static final int MAX_SESSIONS = 20_000;
    private static final int MAX_NAMED = 5;

    private final List<ScheduledSession> sessions = new ArrayList<>();
    private final Map<Omission, List<String>> omitted = new EnumMap<>(Omission.class);
    private final List<String> warnings = new ArrayList<>();

    void add(SessionDraft draft) throws UnreadableScheduleException {
        draft.session().ifPresentOrElse(sessions::add, () -> leaveOut(Omission.UNTITLED, draft.description()));
        int untitled = omitted.getOrDefault(Omission.UNTITLED, List.of()).size();
        if (sessions.size() > MAX_SESSIONS || untitled > MAX_SESSIONS) {
            throw new UnreadableScheduleException("It has more than " + MAX_SESSIONS + " sessions.");
        }
    }

    /** @param name of the event, as people know it; null or empty if it has none */
    void leaveOut(Omission kind, @Nullable String name) {
        omitted.computeIfAbsent(kind, fresh -> new ArrayList<>())
                .add(Objects.requireNonNullElse(CleanText.line(name), ""));
    }

    /** Adds a sentence without its full stop. */
    void warn(String warning) {
        warnings.add(warning);
    }

    boolean isEmpty() {
        return sessions.isEmpty();
    }

    List<ScheduledSession> all() {
        return sessions;
    }

    List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        omitted.forEach((kind, names) -> all.add(kind.words(names.size()) + named(names)));
        return all;
    }

    private static String named(List<String> names) {
        List<String> known =
                names.stream().filter(name -> !name.isEmpty()).distinct().toList();
        if (known.isEmpty()) {
            return "";
        }
        List<String> some = known.subList(0, Math.min(MAX_NAMED, known.size()));
        return ": " + String.join(", ", some) + (some.size() < known.size() ? ", …" : "");
    }
}
