package io.eventjobs.worker.session.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts that a page states for machines: schema.org as JSON-LD and microdata, OpenGraph and its kin. A broken block is passed over. */
final class StructuredFacts {
    private static final Set<String> EVENTS = Set.of(
            "Event",
            "EducationEvent",
            "BusinessEvent",
            "SocialEvent",
            "PublicationEvent",
            "CourseInstance",
            "Course",
            "PresentationDigitalDocument");
    private static final Set<String> VIDEOS = Set.of("VideoObject", "Clip");
    private static final int MOST_NODES = 5_000;
    private static final int LONGEST_BLOCK = 1 << 20;

    private final SessionFacts.Gathering facts;
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    StructuredFacts(SessionFacts.Gathering facts) {
        this.facts = facts;
    }

    void jsonLd(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            String json = script.data()
                    .replace("<!--", "")
                    .replace("-->", "")
                    .replace("<![CDATA[", "")
                    .replace("]]>", "")
                    .strip();
            if (json.length() <= LONGEST_BLOCK) {
                block(json);
            }
        }
    }

    private void block(String json) {
        try {
            Deque<JsonNode> open = new ArrayDeque<>();
            open.add(mapper.readTree(json));
            for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
                JsonNode node = open.remove();
                if (node.isArray()) {
                    node.forEach(open::add);
                } else if (node.isObject()) {
                    thing(node);
                    node.path("@graph").forEach(open::add);
                    node.path("subEvent").forEach(open::add);
                    open.add(node.path("recordedIn"));
                    open.add(node.path("mainEntity"));
                }
            }
        } catch (JacksonException e) {
            // One block that is no JSON takes nothing from the others.
            return;
        }
    }

    private void thing(JsonNode node) {
        if (isOne(node, EVENTS)) {
            String source = "json-ld";
            text(node, "name", FactName.TITLE);
            html(node, "description");
            text(node, "startDate", FactName.START);
            text(node, "endDate", FactName.END);
            text(node, "inLanguage", FactName.LANGUAGE);
            names(node.path("location"), FactName.ROOM);
            names(node.path("performer"), FactName.SPEAKER);
            names(node.path("performers"), FactName.SPEAKER);
            names(node.path("author"), FactName.SPEAKER);
            names(node.path("actor"), FactName.SPEAKER);
            names(node.path("superEvent"), FactName.EVENT);
            address(node.path("recordedIn").path("contentUrl"), FactName.VIDEO, source);
            date(node.path("startDate").asString(""), source);
        } else if (isOne(node, VIDEOS)) {
            text(node, "name", FactName.TITLE);
            address(node.path("contentUrl"), FactName.VIDEO, "json-ld");
            address(node.path("embedUrl"), FactName.VIDEO, "json-ld");
        }
    }

    private void date(String start, String source) {
        if (start.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            facts.add(FactName.DATE, start.substring(0, 10), source);
        }
    }

    private static boolean isOne(JsonNode node, Set<String> types) {
        JsonNode type = node.path("@type");
        if (type.isString()) {
            return types.contains(type.asString());
        }
        for (JsonNode one : type) {
            if (types.contains(one.asString(""))) {
                return true;
            }
        }
        return false;
    }

    private void text(JsonNode node, String field, FactName name) {
        if (node.path(field).isString()) {
            facts.add(name, Jsoup.parse(node.path(field).asString()).text(), "json-ld");
        }
    }

    private void html(JsonNode node, String field) {
        text(node, field, FactName.ABSTRACT);
    }

    private void address(JsonNode value, FactName name, String source) {
        if (value.isString() && MarkdownText.target(value.asString()) != null) {
            facts.add(name, value.asString(), source);
        }
    }

    private void names(JsonNode value, FactName name) {
        if (value.isString()) {
            facts.add(name, value.asString(), "json-ld");
        } else if (value.isArray()) {
            value.forEach(one -> names(one, name));
        } else if (value.path("name").isString()) {
            facts.add(name, value.path("name").asString(), "json-ld");
        }
    }

    void microdata(Document page) {
        for (Element scope : page.select("[itemtype*=schema.org/][itemtype*=Event]")) {
            property(scope, "name", FactName.TITLE);
            property(scope, "description", FactName.ABSTRACT);
            property(scope, "startDate", FactName.START);
            property(scope, "endDate", FactName.END);
            property(scope, "location", FactName.ROOM);
            scope.select("[itemprop=performer], [itemprop=performers], [itemprop=author]")
                    .forEach(person -> {
                        Element name = person.selectFirst("[itemprop=name]");
                        facts.add(FactName.SPEAKER, name == null ? person.text() : name.text(), "microdata");
                    });
        }
    }

    private void property(Element scope, String name, FactName fact) {
        Element property = scope.selectFirst("[itemprop=" + name + "]");
        if (property != null) {
            String content = property.hasAttr("content") ? property.attr("content") : property.attr("datetime");
            facts.add(fact, content.isBlank() ? property.text() : content, "microdata");
        }
    }

    void openGraph(Document page) {
        meta(page, "meta[property=og:title], meta[name=twitter:title], meta[name=dc.title]", FactName.TITLE);
        meta(
                page,
                "meta[property=og:description], meta[name=description], meta[name=twitter:description]",
                FactName.ABSTRACT);
        meta(page, "meta[property=og:site_name]", FactName.EVENT);
        meta(page, "meta[name=author]", FactName.SPEAKER);
        for (Element meta : page.select(
                "meta[property=og:video], meta[property=og:video:url], meta[property=og:video:secure_url]")) {
            String address = meta.absUrl("content");
            if (MarkdownText.target(address) != null) {
                facts.add(FactName.VIDEO, address, "opengraph");
            }
        }
    }

    private void meta(Document page, String query, FactName name) {
        Element found = page.selectFirst(query);
        if (found != null) {
            facts.add(name, found.attr("content"), "opengraph");
        }
    }
}
