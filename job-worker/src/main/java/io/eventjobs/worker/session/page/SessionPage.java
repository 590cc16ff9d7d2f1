package io.eventjobs.worker.session.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page says.
 *
 * @param markdown the main content, empty if there is none; CommonMark with GFM tables, no HTML
 * @param language as the page names it, null if it does not
 * @param links of the page outside its navigation, absolute, each once, in their order
 * @param images of the main content
 */
public record SessionPage(
        String markdown,
        @Nullable String language,
        SessionFacts facts,
        List<PageLink> links,
        List<PageImage> images,
        List<String> warnings) {
    /** Of a session whose page is not asked for. */
    public static final SessionPage NONE =
            new SessionPage("", null, new SessionFacts(Map.of()), List.of(), List.of(), List.of());

    public SessionPage {
        links = List.copyOf(links);
        images = List.copyOf(images);
        warnings = List.copyOf(warnings);
    }

    /** The same page with another text. */
    public SessionPage withMarkdown(String other) {
        return new SessionPage(other, language, facts, links, images, warnings);
    }

    /** Whether there is nothing worth keeping: no content and no fact but a title. */
    public boolean isEmpty() {
        return markdown.isBlank() && !facts.isMoreThanTitle();
    }

    /** Links of this kind, in their order. */
    public List<PageLink> links(PageLink.Kind kind) {
        return links.stream().filter(link -> link.kind() == kind).toList();
    }
}
