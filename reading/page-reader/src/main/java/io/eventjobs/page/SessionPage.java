package io.eventjobs.page;

import io.eventjobs.encoding.Surrogates;
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
 * @param language declared by the page, usually a BCP 47 tag; null if none is declared
 * @param facts each copied from the page, with its source
 * @param links outside the navigation, absolute, each address once, in document order
 * @param images of the main content, in document order
 * @param warnings what is missing, was not read or blocks access, one sentence each
 * @param forwarding to another page, which the warnings name; null if there is none
 */
public record SessionPage(
        String markdown,
        @Nullable String language,
        PageFacts facts,
        List<PageLink> links,
        List<PageImage> images,
        List<String> warnings,
        @Nullable MetaRefresh forwarding) {
    static final String NO_ABSTRACT = "The page has no abstract.";

    /** An empty page, for a session that has no page or whose page is not wanted. */
    public static final SessionPage NONE =
            new SessionPage("", null, PageFacts.NONE, List.of(), List.of(), List.of(), null);

    public SessionPage {
        markdown = Surrogates.replaceUnpaired(markdown);
        language = language == null ? null : Surrogates.replaceUnpaired(language);
        links = List.copyOf(links);
        images = List.copyOf(images);
        warnings = warnings.stream().map(Surrogates::replaceUnpaired).toList();
    }

    /** This page without its text: neither content nor abstract. */
    public SessionPage withoutContent() {
        return new SessionPage("", language, facts.without(FactName.ABSTRACT), links, images, warnings, forwarding);
    }

    /** This page with another text. */
    public SessionPage withMarkdown(String other) {
        return new SessionPage(other, language, facts, links, images, warnings, forwarding);
    }

    /** The biographies that exist, as Markdown, in the order of {@link PageFacts#people}. */
    public List<String> biographies() {
        return facts.people().stream()
                .map(Person::biography)
                .filter(Objects::nonNull)
                .toList();
    }

    /** This page with other {@link #biographies}; the list must have the same size. */
    public SessionPage withBiographies(List<String> others) {
        return new SessionPage(
                markdown, language, facts.withBiographies(others.iterator()), links, images, warnings, forwarding);
    }

    /**
     * This page, completed from a more reliable source.
     *
     * @param surer facts of that source, which take precedence over those of the page
     * @param text description of the session as Markdown, replaces the content; empty to keep the content
     * @param others links of that source, whose kinds take precedence
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
                remaining,
                forwarding);
    }

    /** Whether nothing is worth keeping: no content, and no fact but a title. */
    public boolean isEmpty() {
        return markdown.isBlank() && !facts.isMoreThanTitle();
    }

    /** The warnings about access barriers: all warnings but the one about a missing abstract. */
    public List<String> accessBarriers() {
        return warnings.stream().filter(warning -> !warning.equals(NO_ABSTRACT)).toList();
    }

    /** The links of this kind, in document order. */
    public List<PageLink> links(PageLink.Kind kind) {
        return links.stream().filter(link -> link.kind() == kind).toList();
    }
}
