package io.eventjobs.standalone.cli.imports;

import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.schedule.Prose;
import io.eventjobs.schedule.ScheduledSession;
import io.eventjobs.schedule.SessionLink;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names the state of a session in its schedule, so that a later import can tell whether it has changed. What is about the event and
 * not about the talk, such as chat rooms, does not count; nor does what a recording is called, which says its size.
 */
final class Revision {
    /** To be counted up when something else counts: then all sessions are made again. */
    private static final String VERSION = "1:";

    private final StringBuilder said = new StringBuilder();

    private Revision() {}

    static String of(ScheduledSession session) {
        Revision revision = new Revision();
        revision.say(session.title());
        revision.say(session.subtitle());
        revision.say(Objects.toString(session.slot().start(), ""));
        revision.say(Objects.toString(session.slot().end(), ""));
        revision.say(session.placement().track());
        revision.say(session.placement().room());
        revision.say(session.placement().type());
        revision.say(session.placement().language());
        revision.say(session.texts().summary());
        revision.say(session.texts().description());
        session.speakers().forEach(revision::say);
        session.links().stream()
                .filter(link -> link.kind() != SessionLink.Kind.SERVICE)
                .forEach(revision::say);
        return VERSION
                + Sha256.of(revision.said.toString().getBytes(StandardCharsets.UTF_8))
                        .substring(0, 32);
    }

    private void say(ScheduledSession.Speaker speaker) {
        say(speaker.name());
        say(speaker.affiliation());
        say(speaker.biography());
    }

    private void say(SessionLink link) {
        say(link.kind().name());
        say(link.address());
        say(link.kind() == SessionLink.Kind.RECORDING ? "" : link.text());
    }

    private void say(@Nullable Prose prose) {
        say(prose == null ? null : prose.text());
    }

    /** Each text with its length, so that no two ways to part the same characters look alike. */
    private void say(@Nullable String text) {
        String known = Objects.requireNonNullElse(text, "");
        said.append(known.length()).append(' ').append(known);
    }
}
