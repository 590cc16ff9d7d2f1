package io.eventjobs.schedule;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the session described by a page: by the page's address, else by the last segment of the address, else by title if only one talk has
 * it. Immutable; a search takes a few hash look-ups.
 */
public final class SessionIndex {
    private final Map<String, List<ScheduledSession>> byAddress = new HashMap<>();
    private final Map<String, List<ScheduledSession>> byName = new HashMap<>();
    private final Map<String, List<ScheduledSession>> byTitle = new HashMap<>();

    public SessionIndex(Schedule schedule) {
        for (ScheduledSession session : schedule.sessions()) {
            ScheduledSession.Identity identity = session.identity();
            add(byAddress, address(identity.url()), session);
            add(byName, lastPart(identity.url()), session);
            for (String name : new String[] {identity.slug(), identity.code(), identity.guid(), identity.id()}) {
                add(byName, name == null ? null : name.toLowerCase(Locale.ROOT), session);
            }
            add(byTitle, letters(session.title()), session);
        }
    }

    /**
     * The session of a page. If several talks share the page, the one with the title, else the one with the requested start; if a talk is given
     * twice, the slot with the requested start, else the first.
     *
     * @param page address of the page
     * @param title from the page or the request, empty if neither has one
     * @param start requested time of day, {@code HH:MM}; null for any
     */
    public Optional<ScheduledSession> find(String page, String title, @Nullable String start) {
        List<ScheduledSession> found = byAddress.getOrDefault(address(page), List.of());
        if (found.isEmpty()) {
            found = oneTalk(byName.getOrDefault(lastPart(page), List.of()));
        }
        if (found.isEmpty()) {
            found = oneTalk(byTitle.getOrDefault(letters(title), List.of()));
        }
        List<ScheduledSession> slots = titled(found, title);
        return slots.stream()
                .filter(session -> start != null && isAt(session, start))
                .findFirst()
                .or(() -> oneTalk(slots).stream().findFirst());
    }

    /** Of talks that share a page those with the title, if there are any. */
    private static List<ScheduledSession> titled(List<ScheduledSession> found, String title) {
        String wanted = letters(title);
        List<ScheduledSession> titled = found.stream()
                .filter(session -> letters(session.title()).equals(wanted))
                .toList();
        return titled.isEmpty() ? found : titled;
    }

    /** A name shared by different talks identifies none of them. */
    private static List<ScheduledSession> oneTalk(List<ScheduledSession> found) {
        boolean same = found.stream().allMatch(session -> letters(session.title())
                .equals(letters(found.getFirst().title())));
        return same ? found : List.of();
    }

    private static boolean isAt(ScheduledSession session, String start) {
        return session.slot().start() != null
                && session.slot().start().toLocalTime().equals(SlotTimes.time(start));
    }

    private static void add(Map<String, List<ScheduledSession>> index, @Nullable String key, ScheduledSession session) {
        if (key != null && !key.isEmpty()) {
            List<ScheduledSession> known = index.computeIfAbsent(key, fresh -> new ArrayList<>());
            if (!known.contains(session)) {
                known.add(session);
            }
        }
    }

    /** Host and path in normalized form. */
    private static String address(@Nullable String written) {
        URI uri = uri(written);
        if (uri == null || uri.getHost() == null) {
            return "";
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return (host.startsWith("www.") ? host.substring(4) : host) + path(uri) + query;
    }

    private static String lastPart(@Nullable String written) {
        URI uri = uri(written);
        String path = uri == null ? "" : path(uri);
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        String bare = path.substring(0, end);
        return bare.endsWith(".html") ? bare.substring(0, bare.length() - ".html".length()) : bare;
    }

    private static @Nullable URI uri(@Nullable String written) {
        try {
            return written == null ? null : new URI(written.strip());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
