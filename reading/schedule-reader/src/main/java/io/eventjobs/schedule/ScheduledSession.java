package io.eventjobs.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One slot of a schedule. Texts are as written, but trimmed and without control characters; addresses are absolute.
 *
 * @param title not blank
 * @param speakers in the order of the source
 * @param links recordings, slides and all other links, each address once
 */
public record ScheduledSession(
        Identity identity,
        String title,
        @Nullable String subtitle,
        Slot slot,
        Placement placement,
        Texts texts,
        List<Speaker> speakers,
        List<SessionLink> links) {
    public ScheduledSession {
        speakers = List.copyOf(speakers);
        links = List.copyOf(links);
    }

    /** The addresses of this kind, in order. */
    public List<String> addresses(SessionLink.Kind kind) {
        return links.stream()
                .filter(link -> link.kind() == kind)
                .map(SessionLink::address)
                .toList();
    }

    /** The recording; of several files the WebM one, which is usually the smallest. */
    public Optional<String> recording() {
        return addresses(SessionLink.Kind.RECORDING).stream()
                .min(Comparator.comparing(address -> !address.endsWith(".webm")));
    }

    /** The first link classified as slides. */
    public Optional<String> slides() {
        return addresses(SessionLink.Kind.SLIDES).stream().findFirst();
    }

    /**
     * Identifiers of a session. At least one is not null, except for sources without identifiers.
     *
     * @param code short name in the address of its page, such as {@code WRBAHQ}
     * @param url address of its page
     */
    public record Identity(
            @Nullable String id,
            @Nullable String guid,
            @Nullable String code,
            @Nullable String slug,
            @Nullable String url) {}

    /**
     * The time of a session, in local time at the venue.
     *
     * @param day day of the programme; sessions after midnight may belong to the previous day
     * @param zone of the times; null if the source names none
     */
    public record Slot(
            @Nullable LocalDate day,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime end,
            @Nullable ZoneId zone) {
        /** Unknown time. */
        public static final Slot UNKNOWN = new Slot(null, null, null, null);
    }

    /**
     * Classification of a session.
     *
     * @param type such as talk, workshop, lightning talk
     * @param language BCP 47 tag of the talk
     */
    public record Placement(
            @Nullable String track, @Nullable String room, @Nullable String type, @Nullable String language) {}

    /** The description of a session. */
    public record Texts(@Nullable Prose summary, @Nullable Prose description) {}

    /**
     * A speaker.
     *
     * @param address of a page about them
     */
    public record Speaker(
            String name, @Nullable String affiliation, @Nullable Prose biography, @Nullable String address) {}
}
