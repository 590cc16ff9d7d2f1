package io.eventjobs.page.sites;

import io.eventjobs.page.dom.VisibleText;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.PageElements;
import io.eventjobs.page.facts.PageFacts;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A talk on sessionize.com itself, below a speaker's profile. It has a title, a summary and the speakers; times and rooms belong to the events
 * that the talk was given at. A page with several talks is a list and not recognized.
 */
final class SessionizeTalkPage implements PageAdapter {
    private static final String SOURCE = "adapter:sessionize";
    private static final int LONG = 20_000;
    private static final int SHORT = 500;
    private static final String SUMMARY = ".c-s-session__summary";
    private static final String SPEAKERS = ".c-s-speaker-info__name";

    @Override
    public boolean knows(PageElements page) {
        return page.hasOneOf("c-s-session__summary")
                && page.document().select(SUMMARY).size() == 1
                && title(page.document()) != null;
    }

    @Override
    public List<Element> content(Document page) {
        return page.select(SUMMARY);
    }

    @Override
    public void addFacts(Document page, PageFacts.Builder facts) {
        Element title = title(page);
        if (title != null) {
            facts.add(FactName.TITLE, VisibleText.of(title, SHORT), SOURCE);
        }
        for (Element summary : page.select(SUMMARY)) {
            facts.add(FactName.ABSTRACT, VisibleText.of(summary, LONG), SOURCE);
        }
        page.select(SPEAKERS).stream()
                .map(name -> VisibleText.of(name, SHORT))
                .distinct()
                .forEach(name -> facts.add(FactName.SPEAKER, name, SOURCE));
    }

    /** The block's title, or the first heading that is not a speaker's name. */
    private static @Nullable Element title(Document page) {
        Element own = page.selectFirst(".c-s-session__title");
        return own != null ? own : page.selectFirst("h1:not(" + SPEAKERS + ")");
    }
}
