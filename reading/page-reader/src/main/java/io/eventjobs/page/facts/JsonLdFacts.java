package io.eventjobs.page.facts;

import io.eventjobs.markdown.LinkTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Facts from schema.org JSON-LD. */
public final class JsonLdFacts {
    private static final String SOURCE = "json-ld";
    private static final Set<String> VIDEOS = Set.of("VideoObject");
    private static final Set<String> TALKS =
            Set.of("PresentationDigitalDocument", "Talk", "Session", "LearningResource");
    private static final List<String> PEOPLE =
            List.of("performer", "performers", "actor", "speaker", "speakers", "author", "contributor");
    private final PageElements page;
    private final TitleFacts.PageNames pageNames;
    private final PageFacts.Builder facts;

    public JsonLdFacts(PageElements page, PageFacts.Builder facts) {
        this.page = page;
        this.pageNames = TitleFacts.PageNames.of(page);
        this.facts = facts;
    }

    public void find() {
        List<JsonNode> things = JsonLd.things(page.scripts());
        List<JsonNode> events = things.stream().filter(JsonLdFacts::isEvent).toList();
        JsonNode event = best(events);
        if (event != null) {
            event(event);
        }
        things.stream().filter(thing -> isOne(thing, VIDEOS)).limit(20).forEach(this::video);
    }

    /** The event of this page: matched by address, else by name, else the only one. */
    private @Nullable JsonNode best(List<JsonNode> events) {
        String address = page.document().location();
        for (JsonNode event : events) {
            if (!address.isEmpty()
                    && (event.path("url").asString("").equals(address)
                            || event.path("@id").asString("").equals(address))) {
                return event;
            }
        }
        for (JsonNode event : events) {
            if (isNamedOnPage(event)) {
                return event;
            }
        }
        return events.isEmpty() ? null : events.getFirst();
    }

    private boolean isNamedOnPage(JsonNode event) {
        return pageNames.isNamed(JsonLd.clean(event.path("name").asString("")));
    }

    private void event(JsonNode event) {
        boolean ofPage = isNamedOnPage(event)
                || pageNames.headings().isEmpty() && pageNames.title().isEmpty();
        text(event, "name", ofPage ? FactName.TITLE : FactName.EVENT);
        if (ofPage) {
            text(event, "description", FactName.ABSTRACT);
            PEOPLE.forEach(field -> people(event.path(field)));
            time(event);
        }
        names(event.path("location"), FactName.ROOM);
        names(event.path("superEvent"), FactName.EVENT);
        files(event);
        text(event, "inLanguage", FactName.LANGUAGE);
        names(event.path("inLanguage"), FactName.LANGUAGE);
    }

    /** Presentation documents of the talk. */
    private void files(JsonNode event) {
        for (String field : List.of("workFeatured", "workPerformed", "associatedMedia", "encoding")) {
            JsonNode value = event.path(field);
            for (JsonNode work : value.isArray() ? value : List.of(value)) {
                boolean isSlides = JsonLd.types(work).contains("PresentationDigitalDocument");
                boolean isFile =
                        isSlides || JsonLd.types(work).stream().anyMatch(type -> type.endsWith("DigitalDocument"));
                FactName name = isSlides ? FactName.SLIDES : FactName.ATTACHMENT;
                address(isFile ? work.path("contentUrl") : MissingNode.getInstance(), name);
                address(isFile ? work.path("url") : MissingNode.getInstance(), name);
            }
        }
    }

    private void time(JsonNode event) {
        text(event, "startDate", FactName.START);
        text(event, "endDate", FactName.END);
        String start = event.path("startDate").asString("");
        String date = TimeParser.isoDate(start);
        if (date != null) {
            facts.add(FactName.DATE, date, SOURCE);
        }
        DateTimeFacts.zone(start, SOURCE, facts);
    }

    private void video(JsonNode video) {
        address(video.path("contentUrl"), FactName.VIDEO);
        address(video.path("embedUrl"), FactName.VIDEO);
        captions(video.path("caption"));
        text(video, "transcript", FactName.TRANSCRIPT);
        new ChapterFacts(facts, SOURCE).video(video);
        if (pageNames.isNamed(JsonLd.clean(video.path("name").asString("")))) {
            text(video, "name", FactName.TITLE);
            text(video, "description", FactName.ABSTRACT);
        }
    }

    /** An address, an object that has one, or an array of these. */
    private void captions(JsonNode caption) {
        List<JsonNode> captions = new ArrayList<>();
        if (caption.isArray()) {
            caption.forEach(captions::add);
        } else {
            captions.add(caption);
        }
        for (JsonNode one : captions) {
            address(one, FactName.SUBTITLES);
            address(one.path("contentUrl"), FactName.SUBTITLES);
            address(one.path("url"), FactName.SUBTITLES);
        }
    }

    private static boolean isEvent(JsonNode node) {
        return isOne(node, TALKS) || JsonLd.types(node).stream().anyMatch(type -> type.endsWith("Event"));
    }

    private static boolean isOne(JsonNode node, Set<String> types) {
        return JsonLd.types(node).stream().anyMatch(types::contains);
    }

    private void text(JsonNode node, String field, FactName name) {
        if (node.path(field).isString()) {
            facts.add(name, JsonLd.clean(node.path(field).asString()), SOURCE);
        }
    }

    /** Absolute, or relative in a way that cannot be mistaken for a bare file name. */
    private void address(JsonNode value, FactName name) {
        String address = value.asString("").strip();
        String whole = address.startsWith("/") || address.startsWith("./") || address.startsWith("../")
                ? StringUtil.resolve(page.document().baseUri(), address)
                : address;
        if (LinkTarget.of(whole) != null) {
            facts.add(name, whole, SOURCE);
        }
    }

    private void people(JsonNode value) {
        if (value.isString()) {
            facts.add(FactName.SPEAKER, JsonLd.clean(value.asString()), SOURCE);
        } else if (value.isArray()) {
            for (JsonNode one : value) {
                if (!one.isArray()) {
                    people(one);
                }
            }
        } else if (value.path("name").isString() && !JsonLd.types(value).contains("Organization")) {
            facts.speaker(
                    new Person(
                            JsonLd.clean(value.path("name").asString()),
                            said(value.path("affiliation"), value.path("worksFor")),
                            said(value.path("description"), value.path("disambiguatingDescription")),
                            said(value.path("url"), value.path("sameAs"))),
                    SOURCE);
        }
    }

    /** The first property with a value, either a text or an object's name. */
    private static @Nullable String said(JsonNode... values) {
        for (JsonNode value : values) {
            JsonNode one = value.isArray() && !value.isEmpty() ? value.get(0) : value;
            String text = JsonLd.clean(
                    one.isString() ? one.asString() : one.path("name").asString(""));
            if (!text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    private void names(JsonNode value, FactName name) {
        if (value.isArray()) {
            value.forEach(one -> names(one, name));
            return;
        }
        JsonNode one = value;
        if (JsonLd.types(one).contains("VirtualLocation") || facts.currentHas(name) && name != FactName.LANGUAGE) {
            return;
        }
        String text = one.isString() && name != FactName.LANGUAGE
                ? one.asString()
                : one.path("name").asString("");
        facts.add(name, JsonLd.clean(text), SOURCE);
    }
}
