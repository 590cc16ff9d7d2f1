package io.eventjobs.page.facts;

import io.eventjobs.page.dom.BoundedSearch;
import io.eventjobs.page.dom.VisibleText;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Facts from schema.org microdata. Each property belongs to the nearest enclosing item. */
public final class MicrodataFacts {
    private static final String SOURCE = "microdata";
    private static final int MAX_ELEMENTS = 2_000;
    private static final int FARTHEST = 40;
    private static final int LONG = 20_000;

    private final PageFacts.Builder facts;

    public MicrodataFacts(PageFacts.Builder facts) {
        this.facts = facts;
    }

    public void find(List<Element> properties) {
        for (Element property : properties.stream().limit(MAX_ELEMENTS).toList()) {
            Element scope = scope(property);
            if (scope != null && isEvent(scope)) {
                tell(property, property.attr("itemprop"));
            }
        }
    }

    private void tell(Element property, String name) {
        switch (name) {
            case "name" -> facts.add(FactName.TITLE, value(property), SOURCE);
            case "description" -> facts.add(FactName.ABSTRACT, value(property), SOURCE);
            case "startDate" -> start(property);
            case "endDate" -> facts.add(FactName.END, value(property), SOURCE);
            case "location" -> facts.add(FactName.ROOM, named(property), SOURCE);
            case "superEvent" -> facts.add(FactName.EVENT, named(property), SOURCE);
            case "inLanguage" -> facts.add(FactName.LANGUAGE, value(property), SOURCE);
            case "performer", "performers", "actor", "author", "speaker" -> person(property);
            default -> {}
        }
    }

    private void start(Element property) {
        facts.add(FactName.START, value(property), SOURCE);
        String date = TimeParser.isoDate(value(property));
        facts.add(FactName.DATE, date == null ? "" : date, SOURCE);
    }

    private void person(Element property) {
        Element link = property.normalName().equals("a")
                ? property
                : BoundedSearch.first(property, element -> element.normalName().equals("a") && element.hasAttr("href"));
        facts.add(
                FactName.SPEAKER,
                named(property),
                SOURCE,
                link == null || link.absUrl("href").isEmpty() ? null : link.absUrl("href"));
    }

    /** The name of an item, or the text itself. */
    private static String named(Element property) {
        Element name = property.hasAttr("itemscope")
                ? BoundedSearch.first(
                        property, element -> element.attr("itemprop").equals("name"))
                : null;
        return value(name == null ? property : name);
    }

    private static String value(Element property) {
        if (property.hasAttr("content")) {
            return property.attr("content");
        }
        return property.hasAttr("datetime") ? property.attr("datetime") : VisibleText.of(property, LONG);
    }

    private static @Nullable Element scope(Element property) {
        Element at = property.parent();
        for (int up = 0; up < FARTHEST && at != null; up++) {
            if (at.hasAttr("itemscope")) {
                return at;
            }
            at = at.parent();
        }
        return null;
    }

    private static boolean isEvent(Element scope) {
        String type = scope.attr("itemtype");
        return type.contains("schema.org/") && type.endsWith("Event");
    }
}
