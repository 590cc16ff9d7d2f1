package io.eventjobs.schedule;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A session under construction; fields can be set in any order. Not thread-safe. */
final class SessionDraft {
    private static final int MAX_SPEAKERS = 200;
    private static final int MAX_LINKS = 500;

    private final @Nullable URI base;
    private final List<ScheduledSession.Speaker> speakers = new ArrayList<>();
    private final Map<String, SessionLink> links = new LinkedHashMap<>();

    @Nullable String id;

    @Nullable String guid;

    @Nullable String code;

    @Nullable String slug;

    @Nullable String url;

    @Nullable String title;

    @Nullable String subtitle;

    @Nullable String track;

    @Nullable String room;

    @Nullable String type;

    @Nullable String language;

    @Nullable Prose summary;

    @Nullable Prose description;

    ScheduledSession.Slot slot = ScheduledSession.Slot.UNKNOWN;

    /** @param base base of relative addresses */
    SessionDraft(@Nullable URI base) {
        this.base = base;
    }

    /** Adds a speaker; ignored without a name. */
    void speaker(
            @Nullable String name, @Nullable String affiliation, @Nullable Prose biography, @Nullable String address) {
        String line = CleanText.words(name);
        if (line != null && speakers.size() < MAX_SPEAKERS && !isKnown(line)) {
            speakers.add(new ScheduledSession.Speaker(
                    line, CleanText.words(affiliation), biography, WebAddress.absolute(base, address)));
        }
    }

    private boolean isKnown(String name) {
        return speakers.stream().anyMatch(speaker -> speaker.name().equals(name));
    }

    /** Adds a link, classified by its address and text. */
    void link(@Nullable String address, @Nullable String text) {
        String absolute = WebAddress.absolute(base, address);
        if (absolute != null) {
            String words = CleanText.line(text);
            add(absolute, words, LinkClassifier.kind(absolute, words == null ? "" : words));
        }
    }

    /**
     * Adds a link.
     *
     * @param service name of the service in the source, null if none; a video service marks the recording of this session
     */
    void link(@Nullable String address, @Nullable String text, @Nullable String service) {
        if (LinkClassifier.isVideoService(service)) {
            link(address, text, SessionLink.Kind.RECORDING);
        } else {
            link(address, text);
        }
    }

    /** Adds a link of known kind. */
    void link(@Nullable String address, @Nullable String text, SessionLink.Kind kind) {
        String absolute = WebAddress.absolute(base, address);
        if (absolute != null) {
            add(absolute, CleanText.line(text), kind);
        }
    }

    /**
     * Adds a file that belongs to the session.
     *
     * @param type type in the source; a type that starts with "slide" marks slides, unless address or text say otherwise
     */
    void attachment(@Nullable String address, @Nullable String text, @Nullable String type) {
        String absolute = WebAddress.absolute(base, address);
        if (absolute == null) {
            return;
        }
        String words = CleanText.line(text);
        SessionLink.Kind kind = LinkClassifier.kind(absolute, words == null ? "" : words);
        boolean named = type != null && type.toLowerCase(Locale.ROOT).startsWith("slide");
        boolean open = kind == SessionLink.Kind.LINK || kind == SessionLink.Kind.ATTACHMENT;
        add(absolute, words, !open ? kind : named ? SessionLink.Kind.SLIDES : SessionLink.Kind.ATTACHMENT);
    }

    /** What is known of a session without a title; empty if nothing is. */
    String description() {
        return Stream.of(slot.start() == null ? null : slot.start().toString().replace('T', ' '), room, url, id, guid)
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .limit(2)
                .collect(Collectors.joining(" "));
    }

    /** The session; empty if it has no title. */
    Optional<ScheduledSession> session() {
        String heading = CleanText.words(title);
        if (heading == null) {
            return Optional.empty();
        }
        return Optional.of(new ScheduledSession(
                new ScheduledSession.Identity(
                        CleanText.line(id),
                        CleanText.line(guid),
                        CleanText.line(code),
                        CleanText.line(slug),
                        WebAddress.absolute(base, url)),
                heading,
                CleanText.words(subtitle),
                slot,
                new ScheduledSession.Placement(
                        CleanText.words(track), CleanText.words(room), CleanText.words(type), LanguageTag.of(language)),
                new ScheduledSession.Texts(summary, description),
                speakers,
                List.copyOf(links.values())));
    }

    private void add(String address, @Nullable String words, SessionLink.Kind kind) {
        SessionLink known = links.get(address);
        if (known == null && links.size() < MAX_LINKS) {
            links.put(address, new SessionLink(address, words == null ? "" : words, kind));
        } else if (known != null && known.kind() == SessionLink.Kind.LINK && kind != SessionLink.Kind.LINK) {
            links.put(address, new SessionLink(address, known.text(), kind));
        }
    }
}
