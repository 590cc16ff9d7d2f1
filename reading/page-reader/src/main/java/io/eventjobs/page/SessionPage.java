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
        PageFacts facts,
        List<PageLink> links,
        List<PageImage> images,
        List<String> warnings) {
    static final String NO_ABSTRACT = "The page has no abstract.";

    /** Of a session whose page is not asked for. */
    public static final SessionPage NONE = new SessionPage("", null, PageFacts.NONE, List.of(), List.of(), List.of());

    public SessionPage {
        links = List.copyOf(links);
        images = List.copyOf(images);
        warnings = List.copyOf(warnings);
    }

    /** The same page without anything to read but its facts. */
    public SessionPage withoutContent() {
        return new SessionPage("", language, facts.without(FactName.ABSTRACT), links, images, warnings);
    }

    /** The same page with another text. */
    public SessionPage withMarkdown(String other) {
        return new SessionPage(other, language, facts, links, images, warnings);
    }

    /** What is told of people, as Markdown, in their order. */
    public List<String> biographies() {
        return facts.people().stream()
                .map(Person::biography)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The same page with others in place of {@link #biographies}, as many. */
    public SessionPage withBiographies(List<String> others) {
        return new SessionPage(markdown, language, facts.withBiographies(others.iterator()), links, images, warnings);
    }

    /**
     * This page, completed by a source that is surer.
     *
     * @param surer facts that go before those of the page
     * @param text what the session is about, as Markdown; empty if the source does not say
     * @param others links that the source has; what they lead to is as it says
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

    /** The warnings but for the one that something is missing: what stands in its way. */
    public List<String> accessBarriers() {
        return warnings.stream().filter(warning -> !warning.equals(NO_ABSTRACT)).toList();
    }

    /** Links of this kind, in their order. */
    public List<PageLink> links(PageLink.Kind kind) {
        return links.stream().filter(link -> link.kind() == kind).toList();
    }
}
