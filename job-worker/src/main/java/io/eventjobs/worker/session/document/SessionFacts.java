package io.eventjobs.worker.session.document;

import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.SessionTime;
import io.eventjobs.page.SessionPage;
import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.link.PageLink;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a session as document and results show them: the request takes precedence over the page, and each fact keeps its
 * source ({@code request}, or as the page reader named it). Bounded for any page: {@value #MAX_VALUES} values per field,
 * {@value #MAX_TEXT_LENGTH} characters per text; a longer address is left out.
 */
public final class SessionFacts {
    static final int MAX_VALUES = 50;
    static final int MAX_TEXT_LENGTH = 500;
    static final int MAX_ADDRESS_LENGTH = 2_000;

    /** The gateway's default track. */
    private static final String DEFAULT_TRACK = "General";

    private static final String REQUEST = "request";
    private static final String PAGE = "html";
    private static final String TRANSLATION = "translation";

    private final Map<SessionField, List<Fact>> facts;

    private SessionFacts(Map<SessionField, List<Fact>> facts) {
        this.facts = facts;
    }

    /** @param pageAddress that answered, after redirects */
    public static SessionFacts of(SessionParameters request, SessionPage page, String pageAddress) {
        Map<SessionField, List<Fact>> facts = new EnumMap<>(SessionField.class);
        for (SessionField field : SessionField.values()) {
            facts.put(field, bounded(field, values(field, request, page, pageAddress)));
        }
        return new SessionFacts(facts);
    }

    /** With a translated title. */
    public SessionFacts titled(String title) {
        Map<SessionField, List<Fact>> others = new EnumMap<>(facts);
        others.put(SessionField.TITLE, List.of(new Fact(title, TRANSLATION)));
        return new SessionFacts(others);
    }

    public Optional<String> first(SessionField field) {
        return all(field).stream().findFirst();
    }

    public List<String> all(SessionField field) {
        return facts.getOrDefault(field, List.of()).stream().map(Fact::value).toList();
    }

    public String title() {
        return first(SessionField.TITLE).orElse("");
    }

    /** When it is held: what the request leaves open, schedule or page tell. */
    public SessionTime time() {
        return SessionTime.of(
                first(SessionField.DAY).orElse(""),
                first(SessionField.DATE).orElse(""),
                first(SessionField.START).orElse(""),
                first(SessionField.END).orElse(""),
                first(SessionField.TIME_ZONE).orElse(""));
    }

    /** When it is held, for people: with the year, unless the event's name has it. */
    public String timeText() {
        return time().text(SessionTime.yearIn(first(SessionField.EVENT).orElse("")));
    }

    /** As {@link #values}, but with date and times in ISO 8601, as {@link IsoTime} where there is a day. */
    Map<String, Object> isoValues() {
        SessionTime time = time();
        Map<SessionField, Optional<String>> iso = Map.of(
                SessionField.DATE, Optional.ofNullable(time.date()).map(LocalDate::toString),
                SessionField.START, time.isoStart(),
                SessionField.END, time.isoEnd());
        Map<String, Object> known = values();
        Map<String, Object> values = new LinkedHashMap<>();
        for (SessionField field : SessionField.values()) {
            Object value = iso.getOrDefault(field, Optional.empty())
                    .map(IsoTime::orText)
                    .orElse(known.get(field.key()));
            if (value != null) {
                values.put(field.key(), value);
            }
        }
        return values;
    }

    /** The known values by keys of fields, in the order of the fields: texts, and lists of texts. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        facts.forEach((field, found) -> {
            if (!found.isEmpty()) {
                values.put(
                        field.key(),
                        field.isList() ? all(field) : found.getFirst().value());
            }
        });
        return values;
    }

    /** The sources of the known values, by keys of fields. */
    public Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        facts.forEach((field, found) -> {
            if (!found.isEmpty()) {
                sources.put(
                        field.key(), found.stream().map(Fact::source).distinct().collect(Collectors.joining(", ")));
            }
        });
        return sources;
    }

    private static Stream<Fact> values(
            SessionField field, SessionParameters request, SessionPage page, String pageAddress) {
        return switch (field) {
            case TITLE -> title(request, page);
            case SUBTITLE -> ofPage(page, FactName.SUBTITLE).limit(1);
            case EVENT -> requested(request.event());
            case TRACK -> track(request, page);
            case TYPE -> ofPage(page, FactName.TYPE).limit(1);
            case DAY -> requestedOrOfPage(request.day(), page, FactName.DAY);
            case DATE -> ofPage(page, FactName.DATE).limit(1);
            case START -> requestedOrOfPage(request.starttime(), page, FactName.START);
            case END -> requestedOrOfPage(request.endtime(), page, FactName.END);
            case TIME_ZONE -> ofPage(page, FactName.ZONE).limit(1);
            case ROOM -> ofPage(page, FactName.ROOM).limit(1);
            case SPEAKERS ->
                request.speakers().isEmpty()
                        ? ofPage(page, FactName.SPEAKER)
                        : request.speakers().stream().map(SessionFacts::ofRequest);
            case URL -> requested(pageAddress);
            case VIDEO ->
                Stream.of(requested(request.videoUrl()), ofPage(page, FactName.VIDEO), linkedVideo(page))
                        .flatMap(all -> all)
                        .limit(1);
            case SLIDES ->
                Stream.of(
                                requested(request.attachmentsUrl()),
                                ofPage(page, FactName.SLIDES),
                                linked(page, PageLink.Kind.SLIDES))
                        .flatMap(all -> all);
            case ATTACHMENTS ->
                Stream.of(
                                ofPage(page, FactName.ATTACHMENT),
                                linked(page, PageLink.Kind.SLIDES),
                                linked(page, PageLink.Kind.ATTACHMENT))
                        .flatMap(all -> all);
        };
    }

    /** The requested title, else that of the page, else the name of the file. */
    private static Stream<Fact> title(SessionParameters request, SessionPage page) {
        Stream<Fact> file = requested(request.filename().replaceFirst("(?i)(?<=.)\\.md$", ""));
        return Stream.of(requested(request.session()), ofPage(page, FactName.TITLE), file)
                .flatMap(all -> all)
                .limit(1);
    }

    /** The page's track takes precedence over the default track of a request. */
    private static Stream<Fact> track(SessionParameters request, SessionPage page) {
        boolean isRequested = !request.track().equals(DEFAULT_TRACK)
                || ofPage(page, FactName.TRACK).findFirst().isEmpty();
        return isRequested
                ? requested(request.track())
                : ofPage(page, FactName.TRACK).limit(1);
    }

    private static Stream<Fact> requestedOrOfPage(@Nullable String requested, SessionPage page, FactName name) {
        return requested == null ? ofPage(page, name).limit(1) : requested(requested);
    }

    private static Stream<Fact> requested(@Nullable String value) {
        return Stream.ofNullable(value).filter(text -> !text.isBlank()).map(SessionFacts::ofRequest);
    }

    private static Fact ofRequest(String value) {
        return new Fact(value, REQUEST);
    }

    private static Stream<Fact> ofPage(SessionPage page, FactName name) {
        return page.facts().all(name).stream();
    }

    private static Stream<Fact> linked(SessionPage page, PageLink.Kind kind) {
        return page.links(kind).stream().map(link -> new Fact(link.address(), PAGE));
    }

    /** A video that the page links is that of the session, unless a more reliable source would have named it. */
    private static Stream<Fact> linkedVideo(SessionPage page) {
        boolean hasReliableSource = page.facts()
                .first(FactName.TITLE)
                .map(Fact::source)
                .filter(source -> source.startsWith("adapter:") || source.startsWith("schedule:"))
                .isPresent();
        return hasReliableSource ? Stream.empty() : linked(page, PageLink.Kind.VIDEO);
    }

    private static List<Fact> bounded(SessionField field, Stream<Fact> found) {
        Map<String, Fact> bounded = new LinkedHashMap<>();
        found.forEach(fact -> {
            String value = fact.value();
            boolean fits = value.length() <= (field.isAddress() ? MAX_ADDRESS_LENGTH : MAX_TEXT_LENGTH);
            if (bounded.size() < MAX_VALUES && (fits || !field.isAddress())) {
                String whole = fits ? value : value.substring(0, MAX_TEXT_LENGTH - 1) + "…";
                bounded.putIfAbsent(whole, new Fact(whole, fact.source()));
            }
        });
        return new ArrayList<>(bounded.values());
    }
}
