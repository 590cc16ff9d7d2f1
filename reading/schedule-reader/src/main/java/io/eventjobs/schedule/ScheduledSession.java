package io.eventjobs.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One slot of a schedule. All texts are as written, white space at their ends and control characters apart; all addresses are
 * absolute.
 *
 * @param title not blank
 * @param speakers in the order of the source
 * @param links recordings, slides and everything else that the schedule links, each address once
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

    /** The addresses of this kind, in their order. */
    public List<String> addresses(SessionLink.Kind kind) {
        return links.stream()
                .filter(link -> link.kind() == kind)
                .map(SessionLink::address)
                .toList();
    }

    /** The recording: of several files the one in WebM, which is the smallest of the usual ones. */
    public Optional<String> recording() {
        return addresses(SessionLink.Kind.RECORDING).stream()
                .min(Comparator.comparing(address -> !address.endsWith(".webm")));
    }

    /** The slides: what is named so and can be read as such. */
    public Optional<String> slides() {
        return addresses(SessionLink.Kind.SLIDES).stream().findFirst();
    }

    /**
     * How a session is known. At least one is not null, but for sources that name none.
     *
     * @param code short name in the address of its page, such as {@code WRBAHQ}
     * @param url its page
     */
    public record Identity(
            @Nullable String id,
            @Nullable String guid,
            @Nullable String code,
            @Nullable String slug,
            @Nullable String url) {}

    /**
     * When a session is, by the clocks of the place.
     *
     * @param day of the programme: what begins after midnight may belong to the day before
     * @param zone of the times; null where the source names none
     */
    public record Slot(
            @Nullable LocalDate day,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime end,
            @Nullable ZoneId zone) {
        /** Nothing is known of the time. */
        public static final Slot UNKNOWN = new Slot(null, null, null, null);
    }

    /**
     * Where a session belongs.
     *
     * @param type such as talk, workshop, lightning talk
     * @param language BCP 47 tag of the talk
     */
    public record Placement(
            @Nullable String track, @Nullable String room, @Nullable String type, @Nullable String language) {}

    /** What a session is about. */
    public record Texts(@Nullable Prose summary, @Nullable Prose description) {}

    /**
     * Who speaks.
     *
     * @param address of a page about them
     */
    public record Speaker(
            String name, @Nullable String affiliation, @Nullable Prose biography, @Nullable String address) {}
}
