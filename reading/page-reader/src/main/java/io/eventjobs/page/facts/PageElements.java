package io.eventjobs.page.facts;

import io.eventjobs.page.dom.AttributeTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a page that facts, links and warnings are found in, all in document order. They are collected in one walk, since querying
 * the whole page for each kind would take longer than parsing it.
 */
public final class PageElements {
    private static final Set<String> CORE_IDS = Set.of("main", "content");

    private final Document document;
    private final boolean mayHaveChapters;
    private final Elements metas = new Elements();
    private final Map<String, Element> named = new HashMap<>();
    private final Elements scripts = new Elements();
    private final Elements headings = new Elements();
    private final Elements anchors = new Elements();
    private final Elements properties = new Elements();
    private final List<Element> cores = new ArrayList<>();
    private final List<Element> bars = new ArrayList<>();
    private final List<Element> frames = new ArrayList<>();
    private final List<Element> noscripts = new ArrayList<>();
    private final List<Element> players = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    /** The values of {@code class} that {@link #names} has the tokens of: most are repeated. */
    private final Set<String> classes = new HashSet<>();

    private boolean asksForAPassword;

    private PageElements(Document document, boolean mayHaveChapters) {
        this.document = document;
        this.mayHaveChapters = mayHaveChapters;
    }

    public static PageElements of(Document page) {
        return of(page, true);
    }

    /** @param mayHaveChapters whether attributes may name files of chapters: to look at all of them takes time */
    public static PageElements of(Document page, boolean mayHaveChapters) {
        PageElements elements = new PageElements(page, mayHaveChapters);
        page.traverse((node, depth) -> {
            if (node instanceof Element element) {
                elements.gather(element);
            }
        });
        return elements;
    }

    private void gather(Element element) {
        switch (element.normalName()) {
            case "meta" -> addMeta(element);
            case "link" -> metas.add(element);
            case "script" -> scripts.add(element);
            case "h1", "h2" -> headings.add(element);
            case "a" -> anchors.add(element);
            case "main", "article" -> cores.add(element);
            case "nav", "header", "footer" -> addBar(element);
            case "frame" -> frames.add(element);
            case "noscript" -> noscripts.add(element);
            case "input" -> asksForAPassword |= element.attr("type").strip().equalsIgnoreCase("password");
            default -> {}
        }
        if (element.attributesSize() > 0) {
            gatherByAttributes(element);
        }
    }

    private void gatherByAttributes(Element element) {
        Attributes attributes = element.attributes();
        if (attributes.hasKey("itemprop")) {
            properties.add(element);
        }
        if (attributes.hasKey("id")) {
            addId(element, attributes.get("id"));
        }
        if (classes.add(attributes.get("class"))) {
            AttributeTokens.in(attributes.get("class"), names::add);
        }
        addCore(element, attributes.get("role").strip().equalsIgnoreCase("main"));
        if (mayHaveChapters && namesChapters(attributes)) {
            players.add(element);
        }
    }

    private static boolean namesChapters(Attributes attributes) {
        for (Attribute attribute : attributes) {
            String key = attribute.getKey();
            if (key.equals("chapters-src") || key.startsWith("data-chapters")) {
                return true;
            }
        }
        return false;
    }

    private void addId(Element element, String id) {
        names.add(id.toLowerCase(Locale.ROOT));
        addCore(element, CORE_IDS.contains(id));
    }

    private void addCore(Element element, boolean isCore) {
        if (isCore && (cores.isEmpty() || cores.getLast() != element)) {
            cores.add(element);
        }
    }

    private void addBar(Element element) {
        if (element.normalName().equals("nav") || element.parent() == document.body()) {
            bars.add(element);
        }
    }

    private void addMeta(Element meta) {
        metas.add(meta);
        for (String key : List.of("property", "name")) {
            if (meta.hasAttr(key)) {
                named.putIfAbsent(meta.attr(key).strip().toLowerCase(Locale.ROOT), meta);
            }
        }
    }

    public Document document() {
        return document;
    }

    /** The {@code meta} and {@code link} elements. */
    public Elements metas() {
        return metas;
    }

    public Elements scripts() {
        return scripts;
    }

    /** Of the first and second level. */
    public Elements headings() {
        return headings;
    }

    public Elements anchors() {
        return anchors;
    }

    /** Elements with {@code itemprop}. */
    public Elements properties() {
        return properties;
    }

    /** The elements that say that they hold the content. */
    public List<Element> cores() {
        return cores;
    }

    /** Navigation, and the header and footer of the page. */
    public List<Element> bars() {
        return bars;
    }

    public List<Element> frames() {
        return frames;
    }

    public List<Element> noscripts() {
        return noscripts;
    }

    /** Elements with an attribute that may name a file of chapters. */
    public List<Element> players() {
        return players;
    }

    public boolean asksForAPassword() {
        return asksForAPassword;
    }

    /** Those of {@link #metas} that match a query. */
    List<Element> metas(Evaluator query) {
        return metas.stream().filter(meta -> meta.is(query)).toList();
    }

    /** The first of {@link #metas} that matches a query; {@link #named} is quicker. */
    public @Nullable Element meta(Evaluator query) {
        return metas.stream().filter(meta -> meta.is(query)).findFirst().orElse(null);
    }

    /** The first {@code meta} with this {@code property} or {@code name}, in lower case; null if there is none. */
    public @Nullable Element named(String name) {
        return named.get(name);
    }

    /** The {@code content} of the first of these {@link #named} elements that exists; empty if none does. */
    public String content(String... wanted) {
        for (String name : wanted) {
            Element meta = named(name);
            if (meta != null) {
                return meta.attr("content");
            }
        }
        return "";
    }

    /** Whether any element has one of these as its id or as a class; in lower case. */
    public boolean hasOneOf(String... wanted) {
        return List.of(wanted).stream().anyMatch(names::contains);
    }

    List<Element> headings(String level) {
        return headings.stream()
                .filter(heading -> heading.normalName().equals(level))
                .toList();
    }
}
