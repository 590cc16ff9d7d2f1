package io.eventjobs.page;

import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.PageFacts;
import io.eventjobs.page.facts.Person;
import io.eventjobs.page.link.PageLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a page about a session says. Immutable.
 *
 * @param markdown the main content, empty if there is none; CommonMark with GFM tables, no HTML
 * @param language that the page declares, mostly a BCP 47 tag; null if it declares none
 * @param facts each copied from the page, with its source
 * @param links outside the navigation, absolute, each address once, in the order of the page
 * @param images of the main content, in its order
 * @param warnings what is missing, was not read or stands in the way, one sentence each
 */
public record SessionPage(
        String markdown,
        @Nullable String language,
        PageFacts facts,
        List<PageLink> links,
        List<PageImage> images,
        List<String> warnings) {
    static final String NO_ABSTRACT = "The page has no abstract.";

    /** No page: for a session that has none, or whose page is not wanted. */
    public static final SessionPage NONE = new SessionPage("", null, PageFacts.NONE, List.of(), List.of(), List.of());

    public SessionPage {
        links = List.copyOf(links);
        images = List.copyOf(images);
        warnings = List.copyOf(warnings);
    }

    /** The same page without its text: neither content nor abstract. */
    public SessionPage withoutContent() {
        return new SessionPage("", language, facts.without(FactName.ABSTRACT), links, images, warnings);
    }

    /** The same page with another text. */
    public SessionPage withMarkdown(String other) {
        return new SessionPage(other, language, facts, links, images, warnings);
    }

    /** The biographies of those who have one, as Markdown, in the order of {@link PageFacts#people}. */
    public List<String> biographies() {
        return facts.people().stream()
                .map(Person::biography)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The same page with other {@link #biographies}, of which there must be as many. */
    public SessionPage withBiographies(List<String> others) {
        return new SessionPage(markdown, language, facts.withBiographies(others.iterator()), links, images, warnings);
    }

    /**
     * This page, completed by a more reliable source.
     *
     * @param surer facts that take precedence over those of the page
     * @param text what the session is about, as Markdown, in place of the content; empty to keep the content
     * @param others links of the source, whose kinds take precedence
     */
    public SessionPage completed(PageFacts surer, String text, List<PageLink> others) {
        Map<String, PageLink> all = new LinkedHashMap<>();
        links.forEach(link -> all.put(link.address(), link));
        for (PageLink other : others) {
            PageLink known = all.get(other.address());
            String words = known == null || known.text().isBlank() ? other.text() : known.text();
            PageLink.Kind kind = known == null || other.kind() != PageLink.Kind.LINK ? other.kind() : known.kind();
            all.put(other.address(), new PageLink(other.address(), words, kind));
        }
        List<String> remaining = text.isEmpty()
                ? warnings
                : warnings.stream()
                        .filter(warning -> !warning.equals(NO_ABSTRACT))
                        .toList();
        return new SessionPage(
                text.isEmpty() ? markdown : text,
                language,
                surer.orElse(facts),
                List.copyOf(all.values()),
                text.isEmpty()
                        ? images
                        : images.stream()
                                .filter(image -> text.contains(image.address()))
                                .toList(),
                remaining);
    }

    /** Whether there is nothing worth keeping: no content and no fact but a title. */
    public boolean isEmpty() {
        return markdown.isBlank() && !facts.isMoreThanTitle();
    }

    /** The warnings about what keeps a reader from the content: all but the one that there is no abstract. */
    public List<String> accessBarriers() {
        return warnings.stream().filter(warning -> !warning.equals(NO_ABSTRACT)).toList();
    }

    /** The links of this kind, in the order of the page. */
    public List<PageLink> links(PageLink.Kind kind) {
        return links.stream().filter(link -> link.kind() == kind).toList();
    }
}
