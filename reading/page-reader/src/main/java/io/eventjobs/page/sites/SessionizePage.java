package io.eventjobs.page.sites;

import io.eventjobs.page.dom.VisibleText;
import io.eventjobs.page.facts.DateTimeFacts;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.PageElements;
import io.eventjobs.page.facts.PageFacts;
import io.eventjobs.page.facts.TimeParser;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A session embedded by Sessionize in another site's page; a page with several sessions is a list and not recognized. */
final class SessionizePage implements PageAdapter {
    private static final String SOURCE = "adapter:sessionize";
    private static final int LONG = 20_000;
    private static final int PARTS = 4;

    @Override
    public boolean knows(PageElements page) {
        return page.hasOneOf("sz-session__title")
                && page.document().select(".sz-session__title").size() == 1;
    }

    @Override
    public List<Element> content(Document page) {
        return page.select(".sz-session__description");
    }

    @Override
    public void addFacts(Document page, PageFacts.Builder facts) {
        text(page, ".sz-session__title", FactName.TITLE, facts);
        text(page, ".sz-session__description", FactName.ABSTRACT, facts);
        text(page, ".sz-session__room", FactName.ROOM, facts);
        for (Element person : page.select(".sz-session__speakers li")) {
            facts.add(FactName.SPEAKER, VisibleText.of(person, 200), SOURCE);
        }
        time(page.selectFirst(".sz-session__time"), facts);
    }

    /**
     * Machine-readable times are in elements of their own. Those in UTC give the date only; the clock time is taken from the visible text.
     */
    private static void time(@Nullable Element time, PageFacts.Builder facts) {
        if (time == null) {
            return;
        }
        TimeParser.Span span = TimeParser.span(VisibleText.of(time, 290));
        if (span != null) {
            facts.add(FactName.START, span.start(), SOURCE);
            facts.add(FactName.END, span.end(), SOURCE);
        }
        String[] parts = time.attr("data-sztz").split("\\|");
        if (parts.length >= PARTS) {
            DateTimeFacts.start(parts[2], SOURCE, facts);
            DateTimeFacts.end(parts[3], SOURCE, facts);
        }
    }

    private static void text(Document page, String query, FactName name, PageFacts.Builder facts) {
        Element found = page.selectFirst(query);
        facts.add(name, found == null ? "" : VisibleText.of(found, LONG), SOURCE);
    }
}
