package io.eventjobs.page.sites;

import io.eventjobs.page.facts.PageElements;
import io.eventjobs.page.facts.PageFacts;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A layout that is known: its facts and its text are where its maker puts them. Recognised by its marks, not by its host. */
public sealed interface PageAdapter permits FosdemPage, FrabPage, IndicoPage, PretalxPage, SessionizePage, VideoPage {
    List<PageAdapter> ALL = List.of(
            new FosdemPage(),
            new PretalxPage(),
            new FrabPage(),
            new IndicoPage(),
            new SessionizePage(),
            new VideoPage());

    boolean knows(PageElements page);

    void addFacts(Document page, PageFacts.Builder facts);

    /** What the talk is about, in its order; empty if the page does not say. */
    List<Element> content(Document page);

    /** Parts about other talks: what they link to is nothing of this one. */
    default List<Element> aside(Document page) {
        return List.of();
    }

    /** Writes into the page what its scripts would show of it; comes first. */
    default void complete(Document page) {}
}
