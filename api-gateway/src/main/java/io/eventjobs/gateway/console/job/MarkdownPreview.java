package io.eventjobs.gateway.console.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Renders a document for a page of the console. What it says comes from strangers: only elements and attributes of a list are kept, links
 * lead to http and https only, pictures are those of the job. Thread-safe.
 */
final class MarkdownPreview {
    /** What addresses of the job's own files are relative to; it can be in no document by accident, and is in no page. */
    private static final String BASE = "https://files.invalid/";

    private static final int MAX_NESTING = 100;
    private static final Set<String> FOREIGN = Set.of("http", "https", "mailto");
    private static final Safelist KEPT = Safelist.none()
            .addTags(
                    "a",
                    "b",
                    "blockquote",
                    "br",
                    "code",
                    "del",
                    "em",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "i",
                    "img",
                    "li",
                    "ol")
            .addTags("p", "pre", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul")
            .addAttributes("a", "href", "title")
            .addAttributes("img", "src", "alt", "title")
            .addAttributes("ol", "start")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addProtocols("img", "src", "https")
            .preserveRelativeLinks(false);

    private final Parser parser;
    private final HtmlRenderer renderer;

    MarkdownPreview() {
        List<TablesExtension> extensions = List.of((TablesExtension) TablesExtension.create());
        this.parser = Parser.builder()
                .extensions(extensions)
                .maxOpenBlockParsers(MAX_NESTING)
                .build();
        this.renderer = HtmlRenderer.builder()
                .extensions(extensions)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build();
    }

    /**
     * The parts of the document, each with its heading of the second level; the first one has none.
     *
     * @param files address of the folder that the document is in, with a slash at its end; it is below {@code root}
     * @param root address of the folder with all files of the job
     */
    List<DocumentPart> parts(String markdown, String files, String root) {
        String html = renderer.render(parser.parse(withoutFrontMatter(markdown)));
        Document raw = Jsoup.parseBodyFragment(html, BASE + files.substring(1));
        // What the renderer took away would otherwise lead to the folder itself.
        raw.select("a[href=\"\"]").unwrap();
        raw.select("img[src=\"\"]").remove();
        Document clean = new Cleaner(KEPT).clean(raw);
        clean.select("a[href]").forEach(link -> settle(link, root));
        clean.select("img").forEach(image -> settleImage(image, root));
        lower(clean);
        return split(clean.body());
    }

    /** The page has headings of its own above those of a document; the second level became those of the parts. */
    private static void lower(Document document) {
        for (int level : List.of(5, 4, 3)) {
            document.select("h" + level).tagName("h" + (level + 1));
        }
        document.select("h1").tagName("h3");
    }

    private static void settle(Element link, String root) {
        String address = link.attr("href");
        if (address.startsWith(BASE)) {
            String local = address.substring(BASE.length() - 1);
            if (local.startsWith(root)) {
                link.attr("href", local);
            } else {
                link.removeAttr("href");
            }
        } else if (FOREIGN.contains(
                address.substring(0, Math.max(0, address.indexOf(':'))).toLowerCase(Locale.ROOT))) {
            link.attr("rel", "noopener noreferrer nofollow").attr("target", "_blank");
        }
    }

    private static void settleImage(Element image, String root) {
        String address = image.attr("src");
        String local = address.startsWith(BASE) ? address.substring(BASE.length() - 1) : "";
        if (local.startsWith(root)) {
            image.attr("src", local).attr("loading", "lazy");
        } else {
            image.replaceWith(new TextNode(image.attr("alt")));
        }
    }

    private static List<DocumentPart> split(Element body) {
        List<DocumentPart> parts = new ArrayList<>();
        String heading = "";
        StringBuilder html = new StringBuilder();
        for (Node node : body.childNodes()) {
            if (node instanceof Element element && element.normalName().equals("h2")) {
                add(parts, heading, html);
                heading = element.text();
                html.setLength(0);
            } else {
                html.append(node.outerHtml());
            }
        }
        add(parts, heading, html);
        return parts;
    }

    private static void add(List<DocumentPart> parts, String heading, StringBuilder html) {
        if (!heading.isEmpty() || !html.toString().isBlank()) {
            parts.add(new DocumentPart(heading, html.toString()));
        }
    }

    private static String withoutFrontMatter(String markdown) {
        if (!markdown.startsWith("---\n")) {
            return markdown;
        }
        int end = markdown.indexOf("\n---\n", 3);
        return end < 0 ? markdown : markdown.substring(end + 5);
    }
}
