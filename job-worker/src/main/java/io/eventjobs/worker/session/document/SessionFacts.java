package io.eventjobs.worker.session.document;

import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.page.SessionPage;
import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.link.PageLink;
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
 * The facts of a session as they stand in the document and in the results: what the request says goes before what the page
 * says, and each keeps its source ({@code request}, or as the page reader named it). Nothing is made up. Bounded, whatever the
 * page says: {@value #MAX_VALUES} values a field, {@value #MAX_TEXT_LENGTH} characters a text; a longer address is left out.
 */
public final class SessionFacts {
    static final int MAX_VALUES = 50;
    static final int MAX_TEXT_LENGTH = 500;
    static final int MAX_ADDRESS_LENGTH = 2_000;

    /** What the gateway writes when the request names no track. */
    private static final String NO_TRACK = "General";

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
            facts.put(field, bounded(field, found(field, request, page, pageAddress)));
        }
        return new SessionFacts(facts);
    }

    /** The same, of a session that is called otherwise in another language. */
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

    /** What is known, by the words of the fields, in their order: texts, and lists of texts. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        facts.forEach((field, found) -> {
            if (!found.isEmpty()) {
                values.put(
                        field.word(),
                        field.isList() ? all(field) : found.getFirst().value());
            }
        });
        return values;
    }

    /** How what is known was found, by the words of the fields. */
    public Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        facts.forEach((field, found) -> {
            if (!found.isEmpty()) {
                sources.put(
                        field.word(),
                        found.stream().map(Fact::source).distinct().collect(Collectors.joining(", ")));
            }
        });
        return sources;
    }

    private static Stream<Fact> found(
            SessionField field, SessionParameters request, SessionPage page, String pageAddress) {
        return switch (field) {
            case TITLE -> title(request, page);
            case SUBTITLE -> said(page, FactName.SUBTITLE).limit(1);
            case EVENT -> requested(request.event());
            case TRACK -> track(request, page);
            case TYPE -> said(page, FactName.TYPE).limit(1);
            case DAY -> either(request.day(), page, FactName.DAY);
            case DATE -> said(page, FactName.DATE).limit(1);
            case START -> either(request.starttime(), page, FactName.START);
            case END -> either(request.endtime(), page, FactName.END);
            case TIME_ZONE -> said(page, FactName.ZONE).limit(1);
            case ROOM -> said(page, FactName.ROOM).limit(1);
            case SPEAKERS ->
                request.speakers().isEmpty()
                        ? said(page, FactName.SPEAKER)
                        : request.speakers().stream().map(SessionFacts::ofRequest);
            case URL -> requested(pageAddress);
            case VIDEO ->
                Stream.of(requested(request.videoUrl()), said(page, FactName.VIDEO), recorded(page))
                        .flatMap(all -> all)
                        .limit(1);
            case SLIDES ->
                Stream.of(
                                requested(request.attachmentsUrl()),
                                said(page, FactName.SLIDES),
                                linked(page, PageLink.Kind.SLIDES))
                        .flatMap(all -> all);
            case ATTACHMENTS ->
                Stream.of(
                                said(page, FactName.ATTACHMENT),
                                linked(page, PageLink.Kind.SLIDES),
                                linked(page, PageLink.Kind.ATTACHMENT))
                        .flatMap(all -> all);
        };
    }

    /** Of a source that was given no title, its own; else the name that the client gave the file. */
    private static Stream<Fact> title(SessionParameters request, SessionPage page) {
        Stream<Fact> file = requested(request.filename().replaceFirst("(?i)(?<=.)\\.md$", ""));
        return Stream.of(requested(request.session()), said(page, FactName.TITLE), file)
                .flatMap(all -> all)
                .limit(1);
    }

    /** The default of the request says less than the page. */
    private static Stream<Fact> track(SessionParameters request, SessionPage page) {
        boolean told = !request.track().equals(NO_TRACK)
                || said(page, FactName.TRACK).findFirst().isEmpty();
        return told ? requested(request.track()) : said(page, FactName.TRACK).limit(1);
    }

    private static Stream<Fact> either(@Nullable String requested, SessionPage page, FactName name) {
        return requested == null ? said(page, name).limit(1) : requested(requested);
    }

    private static Stream<Fact> requested(@Nullable String value) {
        return Stream.ofNullable(value).filter(text -> !text.isBlank()).map(SessionFacts::ofRequest);
    }

    private static Fact ofRequest(String value) {
        return new Fact(value, REQUEST);
    }

    private static Stream<Fact> said(SessionPage page, FactName name) {
        return page.facts().all(name).stream();
    }

    private static Stream<Fact> linked(SessionPage page, PageLink.Kind kind) {
        return page.links(kind).stream().map(link -> new Fact(link.address(), PAGE));
    }

    /** A film that the page links is of the session, unless the source of its facts would say so. */
    private static Stream<Fact> recorded(SessionPage page) {
        boolean known = page.facts()
                .first(FactName.TITLE)
                .map(Fact::source)
                .filter(source -> source.startsWith("adapter:") || source.startsWith("schedule:"))
                .isPresent();
        return known ? Stream.empty() : linked(page, PageLink.Kind.VIDEO);
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
