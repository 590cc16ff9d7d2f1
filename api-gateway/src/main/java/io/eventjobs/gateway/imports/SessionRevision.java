package io.eventjobs.gateway.imports;

import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.schedule.Prose;
import io.eventjobs.schedule.ScheduledSession;
import io.eventjobs.schedule.SessionLink;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hash of a session's entry in the schedule, by which a later import tells whether the session has changed. It leaves out what
 * concerns the event and not the talk, such as chat rooms, and the names of recordings, which contain their size.
 */
final class SessionRevision {
    /** Raised when the hash covers something else; the next import then submits all sessions again. */
    private static final String VERSION = "1:";

    private final StringBuilder content = new StringBuilder();

    private SessionRevision() {}

    static String of(ScheduledSession session) {
        SessionRevision revision = new SessionRevision();
        revision.append(session.title());
        revision.append(session.subtitle());
        revision.append(Objects.toString(session.slot().start(), ""));
        revision.append(Objects.toString(session.slot().end(), ""));
        revision.append(session.placement().track());
        revision.append(session.placement().room());
        revision.append(session.placement().type());
        revision.append(session.placement().language());
        revision.append(session.texts().summary());
        revision.append(session.texts().description());
        session.speakers().forEach(revision::append);
        session.links().stream()
                .filter(link -> link.kind() != SessionLink.Kind.SERVICE)
                .forEach(revision::append);
        return VERSION
                + Sha256.of(revision.content.toString().getBytes(StandardCharsets.UTF_8))
                        .substring(0, 32);
    }

    private void append(ScheduledSession.Speaker speaker) {
        append(speaker.name());
        append(speaker.affiliation());
        append(speaker.biography());
    }

    private void append(SessionLink link) {
        append(link.kind().name());
        append(link.address());
        append(link.kind() == SessionLink.Kind.RECORDING ? "" : link.text());
    }

    private void append(@Nullable Prose prose) {
        append(prose == null ? null : prose.text());
    }

    /** Each text is preceded by its length, so that different sequences of texts never have the same content. */
    private void append(@Nullable String text) {
        String known = Objects.requireNonNullElse(text, "");
        content.append(known.length()).append(' ').append(known);
    }
}
