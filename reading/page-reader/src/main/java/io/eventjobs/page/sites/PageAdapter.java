package io.eventjobs.page.sites;

import io.eventjobs.page.facts.PageElements;
import io.eventjobs.page.facts.PageFacts;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Knows the layout of one kind of site, and where it keeps facts and content. Layouts are recognized by their markup, not by their host. */
public sealed interface PageAdapter permits FosdemPage, FrabPage, IndicoPage, PretalxPage, SessionizePage, VideoPage {
    List<PageAdapter> ALL = List.of(
            new FosdemPage(),
            new PretalxPage(),
            new FrabPage(),
            new IndicoPage(),
            new SessionizePage(),
            new VideoPage());

    /** Whether the page has this layout. */
    boolean knows(PageElements page);

    /** Adds the facts that the layout keeps in known places. */
    void addFacts(Document page, PageFacts.Builder facts);

    /** The elements of the content, in their order; empty if there is none. */
    List<Element> content(Document page);

    /** Parts about other talks, whose links do not belong to this one. */
    default List<Element> aside(Document page) {
        return List.of();
    }

    /** Adds to the page what its scripts would show; called before anything else. */
    default void complete(Document page) {}
}
