package io.eventjobs.page.facts;

import io.eventjobs.page.dom.AttributeTokens;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The elements in which facts are searched, all in document order. They are collected in one walk, since querying the whole page for each
 * kind of fact would take longer than parsing it.
 *
 * @param metas {@code meta} and {@code link}
 * @param headings of the first and second level
 * @param properties elements with {@code itemprop}
 * @param names all ids and classes, in lower case
 */
public record PageElements(
        Document document,
        Elements metas,
        Elements scripts,
        Elements headings,
        Elements anchors,
        Elements properties,
        Set<String> names) {
    public static PageElements of(Document page) {
        PageElements elements = new PageElements(
                page, new Elements(), new Elements(), new Elements(), new Elements(), new Elements(), new HashSet<>());
        page.traverse((node, depth) -> {
            if (node instanceof Element element) {
                elements.gather(element);
            }
        });
        return elements;
    }

    private void gather(Element element) {
        switch (element.normalName()) {
            case "meta", "link" -> metas.add(element);
            case "script" -> scripts.add(element);
            case "h1", "h2" -> headings.add(element);
            case "a" -> anchors.add(element);
            default -> {}
        }
        if (element.attributesSize() > 0) {
            if (element.hasAttr("itemprop")) {
                properties.add(element);
            }
            AttributeTokens.in(element.attr("class"), names::add);
            names.add(element.id().toLowerCase(Locale.ROOT));
        }
    }

    /** The first of {@link #metas} that matches a query. */
    public @Nullable Element meta(String query) {
        return metas.select(query).first();
    }

    /** The {@code content} of the first of {@link #metas} that matches; empty if none does. */
    public String content(String query) {
        Element meta = meta(query);
        return meta == null ? "" : meta.attr("content");
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
