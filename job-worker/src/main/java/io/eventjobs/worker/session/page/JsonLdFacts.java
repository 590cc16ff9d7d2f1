package io.eventjobs.worker.session.page;

import io.eventjobs.worker.session.page.dom.Wording;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts in schema.org's JSON-LD, read leniently: one broken block takes nothing from the others. */
final class JsonLdFacts {
    private static final String SOURCE = "json-ld";
    private static final int LONGEST_BLOCK = 1 << 20;
    private static final int MOST_BLOCKS = 100;
    private static final int MOST_NODES = 5_000;
    private static final Set<String> VIDEOS = Set.of("VideoObject");
    private static final Set<String> TALKS =
            Set.of("PresentationDigitalDocument", "Talk", "Session", "LearningResource");
    private static final List<String> PEOPLE =
            List.of("performer", "performers", "actor", "speaker", "speakers", "author", "contributor");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final PageElements page;
    private final TitleFacts.Own own;
    private final SessionFacts.Gathering facts;

    JsonLdFacts(PageElements page, SessionFacts.Gathering facts) {
        this.page = page;
        this.own = TitleFacts.Own.of(page);
        this.facts = facts;
    }

    void find() {
        List<JsonNode> things = new ArrayList<>();
        page.scripts().select("script[type^=application/ld+json]").stream()
                .map(Element::data)
                .filter(data -> data.length() <= LONGEST_BLOCK)
                .limit(MOST_BLOCKS)
                .forEach(data -> read(data, things));
        List<JsonNode> events = things.stream().filter(JsonLdFacts::isEvent).toList();
        JsonNode event = best(events);
        if (event != null) {
            event(event);
        }
        things.stream().filter(thing -> isOne(thing, VIDEOS)).limit(20).forEach(this::video);
    }

    private static void read(String json, List<JsonNode> things) {
        try {
            Deque<JsonNode> open = new ArrayDeque<>();
            open.add(MAPPER.readTree(bare(json)));
            for (int seen = 0; !open.isEmpty() && seen < MOST_NODES && things.size() < MOST_NODES; seen++) {
                JsonNode node = open.remove();
                if (node.isArray()) {
                    node.forEach(open::add);
                } else if (node.isObject()) {
                    things.add(node);
                    List.of("@graph", "subEvent", "recordedIn", "mainEntity", "mainEntityOfPage", "video", "subjectOf")
                            .forEach(field -> open.add(node.path(field)));
                }
            }
        } catch (JacksonException e) {
            // One block that is no JSON takes nothing from the others.
            return;
        }
    }

    /** Without the comments that once hid scripts from browsers. */
    private static String bare(String json) {
        String text = json.strip();
        for (String mark : List.of("<!--", "-->", "//<![CDATA[", "<![CDATA[", "//]]>", "]]>")) {
            text = text.startsWith(mark) ? text.substring(mark.length()).strip() : text;
            text = text.endsWith(mark)
                    ? text.substring(0, text.length() - mark.length()).strip()
                    : text;
        }
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }

    /** The event of this page: by its address, else by its name, else the only one. */
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
        return own.isNamed(clean(event.path("name").asString("")));
    }

    private void event(JsonNode event) {
        boolean ofPage =
                isNamedOnPage(event) || own.headings().isEmpty() && own.title().isEmpty();
        text(event, "name", ofPage ? FactName.TITLE : FactName.EVENT);
        if (ofPage) {
            text(event, "description", FactName.ABSTRACT);
            PEOPLE.forEach(field -> people(event.path(field)));
            time(event);
        }
        names(event.path("location"), FactName.ROOM);
        names(event.path("superEvent"), FactName.EVENT);
        text(event, "inLanguage", FactName.LANGUAGE);
        names(event.path("inLanguage"), FactName.LANGUAGE);
    }

    private void time(JsonNode event) {
        text(event, "startDate", FactName.START);
        text(event, "endDate", FactName.END);
        String date = TimeWords.isoDate(event.path("startDate").asString(""));
        if (date != null) {
            facts.add(FactName.DATE, date, SOURCE);
        }
    }

    private void video(JsonNode video) {
        address(video.path("contentUrl"), FactName.VIDEO);
        address(video.path("embedUrl"), FactName.VIDEO);
        captions(video.path("caption"));
        text(video, "transcript", FactName.TRANSCRIPT);
        new ChapterFacts(facts, SOURCE).video(video);
        if (own.isNamed(clean(video.path("name").asString("")))) {
            text(video, "name", FactName.TITLE);
            text(video, "description", FactName.ABSTRACT);
        }
    }

    /** An address, or a thing that has one, or several. */
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
        return isOne(node, TALKS) || types(node).stream().anyMatch(type -> type.endsWith("Event"));
    }

    private static boolean isOne(JsonNode node, Set<String> types) {
        return types(node).stream().anyMatch(types::contains);
    }

    private static List<String> types(JsonNode node) {
        JsonNode type = node.path("@type");
        List<String> types = new ArrayList<>();
        if (type.isString()) {
            types.add(type.asString());
        }
        type.forEach(one -> types.add(one.asString("")));
        return types.stream()
                .map(one -> one.substring(one.lastIndexOf('/') + 1))
                .toList();
    }

    private void text(JsonNode node, String field, FactName name) {
        if (node.path(field).isString()) {
            facts.add(name, clean(node.path(field).asString()), SOURCE);
        }
    }

    /** Texts in JSON-LD often hold HTML. */
    private static String clean(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0
                ? text
                : Wording.of(Jsoup.parseBodyFragment(text).body(), 20_000);
    }

    private void address(JsonNode value, FactName name) {
        if (value.isString() && MarkdownText.target(value.asString()) != null) {
            facts.add(name, value.asString(), SOURCE);
        }
    }

    private void people(JsonNode value) {
        if (value.isString()) {
            facts.add(FactName.SPEAKER, clean(value.asString()), SOURCE);
        } else if (value.isArray()) {
            for (JsonNode one : value) {
                if (!one.isArray()) {
                    people(one);
                }
            }
        } else if (value.path("name").isString() && !types(value).contains("Organization")) {
            String address = value.path("url").asString("");
            facts.add(
                    FactName.SPEAKER, clean(value.path("name").asString()), SOURCE, address.isEmpty() ? null : address);
        }
    }

    private void names(JsonNode value, FactName name) {
        JsonNode one = value.isArray() && !value.isEmpty() ? value.get(0) : value;
        if (types(one).contains("VirtualLocation")) {
            return;
        }
        String text = one.isString() && name != FactName.LANGUAGE
                ? one.asString()
                : one.path("name").asString("");
        facts.add(name, clean(text), SOURCE);
    }
}
