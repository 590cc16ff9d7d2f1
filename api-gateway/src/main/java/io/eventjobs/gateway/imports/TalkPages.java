package io.eventjobs.gateway.imports;

import io.eventjobs.schedule.ScheduledSession;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which talks a schedule has on which page. Talks that share a page are told apart by title, and if need be by time. */
final class TalkPages {
    private final Map<String, Set<Talk>> talks = new LinkedHashMap<>();
    private final Map<String, Set<String>> titles = new HashMap<>();

    /** @return whether the talk is new; false for a further slot of it */
    boolean add(ScheduledSession session, String page) {
        titles.computeIfAbsent(page, fresh -> new HashSet<>()).add(session.title());
        return talks.computeIfAbsent(page, fresh -> new LinkedHashSet<>()).add(Talk.of(session, page));
    }

    boolean has(String page) {
        return talks.containsKey(page);
    }

    /** Whether the page has the talk; the only talk of a page may have been renamed. */
    boolean has(String page, String title) {
        return has(page)
                && (!isShared(page) || titles.getOrDefault(page, Set.of()).contains(title));
    }

    boolean isShared(String page) {
        return talks.getOrDefault(page, Set.of()).size() > 1;
    }

    /** The part of a job's key by which it is found among existing ones. */
    ExistingJob.Key found(ExistingJob.Key key, String page) {
        if (!isShared(page)) {
            return key.ofPage();
        }
        String title = Talk.letters(key.session());
        long same = talks.getOrDefault(page, Set.of()).stream()
                .filter(talk -> talk.title().equals(title))
                .count();
        return same > 1 ? key : key.ofTitle();
    }

    /** The number of talks that share their page with others. */
    int shared() {
        return talks.values().stream()
                .mapToInt(Set::size)
                .filter(count -> count > 1)
                .sum();
    }
}
