package io.eventjobs.page.facts;

import io.eventjobs.page.dom.VisibleText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON-LD of a page, read leniently: a broken block does not affect the others. */
public final class JsonLd {
    private static final int MAX_BLOCK_LENGTH = 1 << 20;
    private static final int MAX_BLOCKS = 100;
    private static final int MAX_NODES = 5_000;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private JsonLd() {}

    /** All nodes, including nested ones. */
    public static List<JsonNode> things(Elements scripts) {
        List<JsonNode> things = new ArrayList<>();
        scripts.stream()
                .filter(script -> script.attr("type").toLowerCase(Locale.ROOT).startsWith("application/ld+json"))
                .map(Element::data)
                .filter(data -> data.length() <= MAX_BLOCK_LENGTH)
                .limit(MAX_BLOCKS)
                .forEach(data -> read(data, things));
        return things;
    }

    /** The type names without the vocabulary prefix. */
    public static List<String> types(JsonNode node) {
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

    /** Text values in JSON-LD often contain HTML. */
    public static String clean(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0
                ? text
                : VisibleText.of(Jsoup.parseBodyFragment(text).body(), 20_000);
    }

    private static void read(String json, List<JsonNode> things) {
        try {
            Deque<JsonNode> open = new ArrayDeque<>();
            open.add(MAPPER.readTree(bare(json)));
            for (int seen = 0; !open.isEmpty() && seen < MAX_NODES && things.size() < MAX_NODES; seen++) {
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
            // A broken block does not affect the others.
            return;
        }
    }

    /** Without the HTML comments that once hid scripts from old browsers. */
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
}
