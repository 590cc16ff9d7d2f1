package io.eventjobs.page;

import io.eventjobs.page.extraction.MainContent;
import io.eventjobs.page.extraction.ScriptedContent;
import io.eventjobs.page.extraction.TracedBlock;
import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.PageElements;
import io.eventjobs.page.facts.PageFacts;
import io.eventjobs.page.facts.TitleFacts;
import io.eventjobs.page.link.LinkFinder;
import io.eventjobs.page.markdown.Markdown;
import io.eventjobs.page.sites.PageAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a web page: extracts its main content as Markdown, and facts, links and images from the whole page. Pure and thread-safe. Runs in
 * time linear in the size of the page, reads at most {@value PageParser#MAX_TAGS} tags, and never throws because of the page's content.
 */
public final class PageReader {
    /** No page with more bytes is small. */
    public static final int SMALL_BYTES = 256 << 10;

    private static final int SMALL_ELEMENTS = 20_000;

    /** Shorter content is not used as the abstract, unless one of the facts is an abstract. */
    private static final int MAX_FRAMES = 3;

    private static final int SHORT_CONTENT = 80;

    private static final String TOO_LARGE =
            "The page has more than " + PageParser.MAX_TAGS + " tags, or too many too deep: its end was not read.";

    /**
     * Whether reading the page takes little memory, at most some megabytes, whatever its markup. A larger one may take hundreds.
     */
    public static boolean isSmall(PageSource source) {
        return source.body().length <= SMALL_BYTES
                && ElementCount.of(PageDecoder.text(source), SMALL_ELEMENTS) < SMALL_ELEMENTS;
    }

    /** Reads a page. {@link SessionPage#warnings} tell what is missing or was not read. */
    public SessionPage read(PageSource source) {
        String text = PageDecoder.text(source);
        PageParser.Parsed parsed = PageParser.parse(text, source.contentType(), source.address());
        Document page = parsed.document();
        ScriptedContent.reveal(page);
        PageElements elements = PageElements.of(page, text.contains("hapters"));
        PageAdapter adapter = adapter(elements);
        if (adapter != null) {
            adapter.complete(page);
        }
        PageFacts facts = FactFinder.find(elements, adapter);
        MainContent content = content(page, adapter);
        Markdown written = Markdown.of(content.roots(), content.dropped());
        String markdown = withoutTitle(written.text(), facts);
        MetaRefresh forwarding =
                MetaRefresh.of(elements.metas(), source.address()).orElse(null);
        return new SessionPage(
                markdown,
                language(page),
                facts,
                LinkFinder.find(elements, facts, adapter == null ? List.of() : adapter.aside(page)),
                images(written),
                warnings(parsed, elements, markdown, facts, forwarding),
                forwarding);
    }

    /** Tells for each block of text of a page whether it is content or which rule dropped it. Reads the page as {@link #read} does. */
    public List<TracedBlock> trace(PageSource source) {
        Document page = PageParser.parse(PageDecoder.text(source), source.contentType(), source.address())
                .document();
        ScriptedContent.reveal(page);
        PageAdapter adapter = adapter(PageElements.of(page));
        if (adapter != null) {
            adapter.complete(page);
        }
        return TracedBlock.of(page.body(), content(page, adapter));
    }

    private static @Nullable PageAdapter adapter(PageElements elements) {
        return PageAdapter.ALL.stream()
                .filter(one -> one.knows(elements))
                .findFirst()
                .orElse(null);
    }

    private static MainContent content(Document page, @Nullable PageAdapter adapter) {
        return adapter == null ? MainContent.of(page.body()) : MainContent.ofParts(adapter.content(page));
    }

    private static List<String> warnings(
            PageParser.Parsed page,
            PageElements elements,
            String markdown,
            PageFacts facts,
            @Nullable MetaRefresh forwarding) {
        List<String> warnings = new ArrayList<>();
        if (!page.whole()) {
            warnings.add(TOO_LARGE);
        }
        if (markdown.length() < SHORT_CONTENT && facts.first(FactName.ABSTRACT).isEmpty()) {
            warnings.add(SessionPage.NO_ABSTRACT);
        }
        List<String> frames = elements.frames().stream()
                .map(frame -> frame.absUrl("src"))
                .filter(frame -> !frame.isEmpty())
                .limit(MAX_FRAMES)
                .toList();
        if (!frames.isEmpty()) {
            warnings.add("The page consists of frames, which were not read: " + String.join(", ", frames) + ".");
        }
        if (forwarding != null) {
            warnings.add("The page forwards to " + forwarding.target() + ", which was not read.");
        }
        warnings.addAll(AccessBarriers.warnings(elements, markdown));
        return warnings;
    }

    private static List<PageImage> images(Markdown written) {
        return written.images().stream()
                .map(picture -> new PageImage(picture.address(), picture.text()))
                .toList();
    }

    private static @Nullable String language(Document page) {
        Element root = page.body().parent() == null ? page.body() : page.body().parent();
        for (String language :
                List.of(root.attr("lang"), root.attr("xml:lang"), page.body().attr("lang"))) {
            if (!language.isBlank()) {
                return language.length() > 35 ? null : language.strip();
            }
        }
        return null;
    }

    /** Removes a heading that repeats the title, which is already a fact. */
    private static String withoutTitle(String markdown, PageFacts facts) {
        Optional<String> title = facts.first(FactName.TITLE).map(Fact::value);
        int end = markdown.indexOf('\n');
        String first = end < 0 ? markdown : markdown.substring(0, end);
        boolean repeats = title.isPresent()
                && first.startsWith("#")
                && TitleFacts.plain(first).equals(TitleFacts.plain(title.get()));
        return repeats ? markdown.substring(end < 0 ? markdown.length() : end).stripLeading() : markdown;
    }
}
