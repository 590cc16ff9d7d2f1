package io.eventjobs.worker.session.schedule;

import io.eventjobs.page.SessionPage;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.PageFacts;
import io.eventjobs.page.facts.Person;
import io.eventjobs.page.link.PageLink;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.schedule.ScheduledSession;
import io.eventjobs.schedule.SessionLink;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Merges the facts of a schedule into the page of a session, with precedence over those of the page. Pure. */
final class ScheduledFacts {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Schedule schedule;
    private final ScheduledSession session;
    private final String source;
    private final String base;
    private final PageFacts.Builder facts = new PageFacts.Builder();

    ScheduledFacts(Schedule schedule, ScheduledSession session) {
        this.schedule = schedule;
        this.session = session;
        this.source = "schedule:" + schedule.format().word();
        URI address = schedule.conference().base();
        this.base = address == null ? "" : address.toString();
    }

    SessionPage before(SessionPage page) {
        String text = text();
        tell();
        tell(FactName.ABSTRACT, text);
        return page.completed(
                facts.build(),
                text,
                session.links().stream().map(ScheduledFacts::link).toList());
    }

    private void tell() {
        tell(FactName.TITLE, session.title());
        tell(FactName.SUBTITLE, session.subtitle());
        tell(FactName.EVENT, schedule.conference().title());
        tell(FactName.TRACK, session.placement().track());
        tell(FactName.ROOM, session.placement().room());
        tell(FactName.TYPE, session.placement().type());
        tell(FactName.LANGUAGE, session.placement().language());
        time();
        session.speakers().forEach(this::speaker);
        for (SessionLink.Kind kind : SessionLink.Kind.values()) {
            FactName name = name(kind);
            if (name != null) {
                session.addresses(kind).forEach(address -> tell(name, address));
            }
        }
    }

    private void time() {
        ScheduledSession.Slot slot = session.slot();
        LocalDateTime start = slot.start();
        if (slot.day() != null) {
            tell(FactName.DAY, slot.day().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        if (start == null && slot.day() != null) {
            tell(FactName.DATE, slot.day().toString());
        }
        if (start != null) {
            tell(FactName.DATE, start.toLocalDate().toString());
            tell(FactName.START, start.format(CLOCK));
            tell(FactName.ZONE, slot.zone() == null ? null : slot.zone().getId());
        }
        tell(FactName.END, slot.end() == null ? null : slot.end().format(CLOCK));
    }

    private void speaker(ScheduledSession.Speaker speaker) {
        String biography = ProseMarkdown.of(speaker.biography(), base);
        facts.speaker(
                new Person(
                        speaker.name(),
                        speaker.affiliation(),
                        biography.isEmpty() ? null : biography,
                        speaker.address()),
                source);
    }

    /** The summary and then the description, unless that begins with the summary. */
    private String text() {
        String summary = ProseMarkdown.of(session.texts().summary(), base);
        String description = ProseMarkdown.of(session.texts().description(), base);
        return description.startsWith(summary)
                ? description
                : Stream.of(summary, description)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n\n"));
    }

    private void tell(FactName name, @Nullable String value) {
        if (value != null) {
            facts.add(name, value, source);
        }
    }

    /** The session's own film is its video; another film is a link of the document. */
    private static @Nullable FactName name(SessionLink.Kind kind) {
        return switch (kind) {
            case RECORDING -> FactName.VIDEO;
            case SUBTITLES -> FactName.SUBTITLES;
            case SLIDES -> FactName.SLIDES;
            case ATTACHMENT -> FactName.ATTACHMENT;
            case VIDEO, SERVICE, LINK -> null;
        };
    }

    private static PageLink link(SessionLink link) {
        PageLink.Kind kind =
                switch (link.kind()) {
                    case RECORDING, VIDEO -> PageLink.Kind.VIDEO;
                    case SUBTITLES -> PageLink.Kind.SUBTITLES;
                    case SLIDES -> PageLink.Kind.SLIDES;
                    case ATTACHMENT -> PageLink.Kind.ATTACHMENT;
                    case SERVICE -> PageLink.Kind.SERVICE;
                    case LINK -> PageLink.Kind.LINK;
                };
        return new PageLink(link.address(), link.text(), kind);
    }
}
