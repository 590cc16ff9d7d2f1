package io.eventjobs.page.sites;

import io.eventjobs.page.facts.PageElements;
import io.eventjobs.page.facts.PageFacts;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Knows the page layout of one conference system or platform: where it keeps facts and content. Layouts are recognized by markup, not by
 * host.
 */
public sealed interface PageAdapter
        permits FosdemPage, FrabPage, IndicoPage, PretalxPage, SessionizePage, SessionizeTalkPage, VideoPage {
    List<PageAdapter> ALL = List.of(
            new FosdemPage(),
            new PretalxPage(),
            new FrabPage(),
            new IndicoPage(),
            new SessionizePage(),
            new SessionizeTalkPage(),
            new VideoPage());

    /** Whether the page has this layout. */
    boolean knows(PageElements page);

    /** Adds the facts at the layout's known places. */
    void addFacts(Document page, PageFacts.Builder facts);

    /** The elements of the content in document order; empty if there are none. */
    List<Element> content(Document page);

    /** Parts about other talks, whose links do not belong to this one. */
    default List<Element> aside(Document page) {
        return List.of();
    }

    /** Adds content that scripts would show; called before the other methods. */
    default void complete(Document page) {}
}
