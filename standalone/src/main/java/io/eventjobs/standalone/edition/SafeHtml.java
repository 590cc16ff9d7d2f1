package io.eventjobs.standalone.edition;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Markdown of strangers as HTML: no scripts, styles, frames or forms, links to http, https and mailto only, and images only from the session's own
 * files. Pure.
 */
final class SafeHtml {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .build();
    private static final Safelist SAFE = new Safelist()
            .addTags(
                    "a",
                    "blockquote",
                    "br",
                    "code",
                    "em",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "img",
                    "li",
                    "ol",
                    "p",
                    "pre",
                    "strong",
                    "table",
                    "tbody",
                    "td",
                    "th",
                    "thead",
                    "tr",
                    "ul")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt")
            .addAttributes("ol", "start")
            .addProtocols("a", "href", "http", "https", "mailto", "#")
            .preserveRelativeLinks(true);
    /** Only so that relative addresses are resolved and kept. */
    private static final String BASE = "https://edition.invalid/documents/";

    private SafeHtml() {}

    /**
     * The body of a document.
     *
     * @param folder address of the session's files, with its slash
     */
    static Element of(EditionSession session, String folder) {
        String rendered = RENDERER.render(PARSER.parse(withoutFrontMatter(session.markdown())));
        Document clean = new Cleaner(SAFE).clean(Jsoup.parse(rendered, BASE));
        Set<String> files = session.files().stream().map(EditionFile::name).collect(Collectors.toSet());
        for (Element image : clean.select("img")) {
            String name = fileName(image.attr("src"));
            if (files.contains(name)) {
                image.attr("src", folder + encoded(name));
                image.attr("alt", image.attr("alt"));
            } else {
                image.remove();
            }
        }
        for (Element link : clean.select("a")) {
            localized(link, files, folder);
        }
        return clean.body();
    }

    /** The document without its YAML header. */
    static String withoutFrontMatter(String markdown) {
        int end = markdown.startsWith("---\n") ? markdown.indexOf("\n---\n", 3) : -1;
        return end < 0 ? markdown : markdown.substring(end + 5);
    }

    private static void localized(Element link, Set<String> files, String folder) {
        String address = link.attr("href");
        if (address.matches("(?i)(https?:|mailto:).*")) {
            if (address.regionMatches(true, 0, "http", 0, 4)) {
                link.attr("rel", "noopener noreferrer");
            }
            return;
        }
        String name = fileName(address);
        if (files.contains(name)) {
            link.attr("href", folder + encoded(name));
        } else {
            link.unwrap();
        }
    }

    private static String fileName(String address) {
        String last = address.substring(address.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return last;
        }
    }

    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
