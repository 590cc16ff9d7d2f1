package io.eventjobs.worker.session.page;

import io.eventjobs.worker.session.page.content.MainContent;
import io.eventjobs.worker.session.page.markdown.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads a page: facts from all of it, content from where the running text is. Pure and thread-safe. */
public final class PageReader {
    /** A fact must say so much to stand for an abstract where the page has no running text. */
    private static final int SHORT_CONTENT = 80;

    /** Reads what was fetched. Linear in its size; never fails on what a page may hold. */
    public SessionPage read(PageSource source) {
        Document page = PageDecoder.parse(source);
        Element language = page.selectFirst("html[lang]");
        SessionFacts facts = facts(page);
        Document whole = page.clone();
        Boilerplate.removeFrom(page.body());
        List<PageLink> links = LinkFinder.find(page.body(), whole.body());
        Markdown content = content(whole);
        List<String> warnings = new ArrayList<>();
        String markdown = withoutTitle(content.text(), facts);
        if (markdown.length() < SHORT_CONTENT && facts.first(FactName.ABSTRACT).isEmpty()) {
            warnings.add("The page has no abstract.");
        }
        return new SessionPage(
                markdown,
                language == null ? null : language.attr("lang"),
                facts,
                links,
                content.images().stream()
                        .map(i -> new PageImage(i.address(), i.text()))
                        .toList(),
                warnings);
    }

    private static SessionFacts facts(Document page) {
        SessionFacts.Gathering facts = new SessionFacts.Gathering();
        StructuredFacts structured = new StructuredFacts(facts);
        new LayoutFacts(facts).find(page);
        facts.next();
        structured.jsonLd(page);
        facts.next();
        structured.microdata(page);
        facts.next();
        Document seen = page.clone();
        seen.select("nav, footer, script, style, noscript, form").remove();
        new LabelFacts(facts).find(seen.body());
        facts.next();
        structured.openGraph(page);
        facts.next();
        title(page, facts);
        return facts.facts();
    }

    private static void title(Document page, SessionFacts.Gathering facts) {
        Element heading = page.selectFirst("main h1, article h1, h1");
        if (heading != null) {
            facts.add(FactName.TITLE, heading.text(), "html");
        }
        facts.add(FactName.TITLE, page.title(), "html");
    }

    private static Markdown content(Document page) {
        List<Element> known =
                page.select(".event-abstract, .event-description, section.abstract, section.description").stream()
                        .filter(Element::hasText)
                        .toList();
        MainContent content =
                known.isEmpty() ? MainContent.of(page.body()) : new MainContent(known, java.util.Set.of());
        return Markdown.of(content.roots(), content.dropped());
    }

    /** The document has a title of its own: the page's is not said again. */
    private static String withoutTitle(String markdown, SessionFacts facts) {
        Optional<String> title = facts.first(FactName.TITLE).map(Fact::value);
        int end = markdown.indexOf('\n');
        String first = end < 0 ? markdown : markdown.substring(0, end);
        boolean repeats =
                title.isPresent() && first.startsWith("#") && plain(first).equals(plain(title.get()));
        return repeats ? markdown.substring(end < 0 ? markdown.length() : end).stripLeading() : markdown;
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
