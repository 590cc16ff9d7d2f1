package io.eventjobs.worker.session.document;

import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.session.page.Fact;
import io.eventjobs.worker.session.page.FactName;
import io.eventjobs.worker.session.page.PageLink;
import io.eventjobs.worker.session.page.SessionPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a session as they stand in the document: what the request says goes before what the page says, and each keeps
 * its source ({@code request}, or as the page reader named it). Nothing is made up.
 */
public final class SessionSheet {
    private final SessionParameters request;
    private final SessionPage page;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();

    private SessionSheet(SessionParameters request, SessionPage page) {
        this.request = request;
        this.page = page;
    }

    public static SessionSheet of(SessionParameters request, SessionPage page, String pageAddress) {
        SessionSheet sheet = new SessionSheet(request, page);
        sheet.fill(pageAddress);
        return sheet;
    }

    /** In the order of the front matter: texts and lists of texts. */
    public Map<String, Object> values() {
        return values;
    }

    /** How each value was found. */
    public Map<String, String> sources() {
        return sources;
    }

    public String title() {
        return request.session();
    }

    public @Nullable String text(String name) {
        return values.get(name) instanceof String text ? text : null;
    }

    @SuppressWarnings("unchecked")
    public List<String> texts(String name) {
        return values.get(name) instanceof List<?> list ? (List<String>) list : List.of();
    }

    /** Where the recording is, if anyone says. */
    public Optional<String> video() {
        return Optional.ofNullable(text("video"));
    }

    private void fill(String pageAddress) {
        put("title", request.session(), "request");
        put("event", request.event(), "request");
        put("track", request.track(), "request");
        one("day", request.day(), FactName.DAY);
        one("date", null, FactName.DATE);
        one("start", request.starttime(), FactName.START);
        one("end", request.endtime(), FactName.END);
        one("room", null, FactName.ROOM);
        many("speakers", request.speakers(), FactName.SPEAKER);
        put("url", pageAddress, "request");
        one("video", request.videoUrl(), FactName.VIDEO);
        if (!values.containsKey("video")) {
            page.links(PageLink.Kind.VIDEO).stream()
                    .findFirst()
                    .ifPresent(link -> put("video", link.address(), "html"));
        }
        slides();
        attachments();
    }

    private void slides() {
        if (request.attachmentsUrl() != null) {
            put("slides", request.attachmentsUrl(), "request");
            return;
        }
        page.facts().first(FactName.SLIDES).ifPresent(fact -> put("slides", fact.value(), fact.source()));
        if (!values.containsKey("slides")) {
            page.links(PageLink.Kind.SLIDES).stream()
                    .findFirst()
                    .ifPresent(link -> put("slides", link.address(), "html"));
        }
    }

    private void attachments() {
        List<String> addresses = new ArrayList<>();
        page.facts().all(FactName.ATTACHMENT).forEach(fact -> addIfNew(addresses, fact.value()));
        page.links(PageLink.Kind.SLIDES).forEach(link -> addIfNew(addresses, link.address()));
        page.links(PageLink.Kind.ATTACHMENT).forEach(link -> addIfNew(addresses, link.address()));
        if (!addresses.isEmpty()) {
            values.put("attachments", List.copyOf(addresses));
            sources.put(
                    "attachments",
                    page.facts().first(FactName.ATTACHMENT).map(Fact::source).orElse("html"));
        }
    }

    private void one(String name, @Nullable String requested, FactName fact) {
        if (requested != null) {
            put(name, requested, "request");
        } else {
            page.facts().first(fact).ifPresent(found -> put(name, found.value(), found.source()));
        }
    }

    private void many(String name, List<String> requested, FactName fact) {
        List<Fact> found = page.facts().all(fact);
        if (!requested.isEmpty()) {
            values.put(name, requested);
            sources.put(name, "request");
        } else if (!found.isEmpty()) {
            values.put(name, found.stream().map(Fact::value).toList());
            sources.put(name, found.getFirst().source());
        }
    }

    private void put(String name, String value, String source) {
        values.put(name, value);
        sources.put(name, source);
    }

    private static void addIfNew(List<String> addresses, String address) {
        if (!addresses.contains(address)) {
            addresses.add(address);
        }
    }
}
