package io.eventjobs.gateway.console.library;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.model.job.SessionParameters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session in the library: what its page said, else what the client said.
 *
 * @param when day and time, as far as they are known; empty if they are not
 * @param languages source and target, as {@code en → de}
 */
record LibrarySession(
        String id,
        String title,
        @Nullable String event,
        @Nullable String track,
        List<String> speakers,
        String when,
        String languages) {
    static LibrarySession of(JobRecord job) {
        Winner winner = job.outcome().winner();
        Map<String, Object> facts = winner == null ? Map.of() : winner.results().metadata();
        SessionParameters session =
                job.request().parameters() instanceof SessionParameters parameters ? parameters : null;
        String title = session == null ? job.request().name() : session.session();
        return new LibrarySession(
                job.id().value(),
                text(facts.get("title"), title),
                job.request().event(),
                job.request().track(),
                speakers(facts.get("speakers"), session),
                session == null ? "" : when(session),
                session == null ? "" : languages(session));
    }

    private static String text(@Nullable Object fact, String otherwise) {
        return fact instanceof String text && !text.isBlank() ? text : otherwise;
    }

    private static List<String> speakers(@Nullable Object fact, @Nullable SessionParameters session) {
        List<String> told = fact instanceof List<?> list
                ? list.stream()
                        .map(one -> one instanceof Map<?, ?> person ? person.get("name") : one)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList()
                : List.of();
        return told.isEmpty() && session != null ? session.speakers() : told;
    }

    private static String when(SessionParameters session) {
        String time = session.starttime() == null
                ? null
                : session.endtime() == null ? session.starttime() : session.starttime() + "–" + session.endtime();
        return String.join(
                ", ", Stream.of(session.day(), time).filter(Objects::nonNull).toList());
    }

    private static String languages(SessionParameters session) {
        return session.sourceLanguage().equals(session.targetLanguage())
                ? session.sourceLanguage()
                : session.sourceLanguage() + " → " + session.targetLanguage();
    }
}
