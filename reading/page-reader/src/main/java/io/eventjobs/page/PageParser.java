package io.eventjobs.page;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Parses HTML to a document of bounded depth and size. Parsing stops after {@value #MAX_TAGS} tags, or after {@value #MAX_DEEP_TAGS} tags
 * nested deeper than any sensible page, because for each of those the parser walks up through all ancestors.
 */
final class PageParser {
    static final int MAX_TAGS = 150_000;
    private static final Pattern MARKUP = Pattern.compile(
            "(?i)\\s*+(?:<\\?xml[^>]*+>\\s*+|(?><!--[\\s\\S]{0,2000}?-->)\\s*+){0,20}+<(?:!doctype|html|head|body|title|meta|script|table|div|p|h1)\\b");
    private static final int MAX_DEEP_TAGS = 20_000;
    private static final int DEEP = 80;
    private static final int MAX_DEPTH = 256;

    /** Void elements, and elements whose end tag may be omitted. */
    private static final Set<String> ENDLESS = Set.of(
            "br", "hr", "img", "input", "meta", "link", "source", "wbr", "col", "area", "p", "li", "dt", "dd", "tr",
            "td", "th", "option", "tbody", "thead", "tfoot", "param", "embed", "track", "path", "use");

    private static final int MAX_NAME_LENGTH = 8;

    private PageParser() {}

    /** @param whole false if the text was cut at a limit */
    record Parsed(Document document, boolean whole) {}

    /** @param contentType media type of the response; null if unknown */
    static Parsed parse(String source, @Nullable String contentType, URI address) {
        String text = html(source, contentType);
        int end = end(text);
        String read = end < text.length() ? text.substring(0, end) : text;
        if (read.indexOf('<') < 0 || isPlain(read, contentType)) {
            return new Parsed(paragraphs(read, address.toString()), true);
        }
        Document document = parsed(read, address);
        // A formatting element left open is reopened in each paragraph, so few tags can become many elements.
        int all = elements(document);
        if (all < 2 * MAX_TAGS) {
            return new Parsed(document, end == text.length());
        }
        return new Parsed(parsed(read.substring(0, (int) ((long) read.length() * MAX_TAGS / all)), address), false);
    }

    /** Whether a text is what its type says, and no page that a host names so by mistake. */
    private static boolean isPlain(String text, @Nullable String contentType) {
        return "text/plain".equalsIgnoreCase(contentType)
                && !MARKUP.matcher(text).lookingAt();
    }

    private static int elements(Document document) {
        int elements = 0;
        Node at = document;
        while (at != null) {
            elements += at instanceof Element ? 1 : 0;
            at = following(at);
        }
        return elements;
    }

    private static @Nullable Node following(Node node) {
        if (node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        Node at = node;
        while (at != null && at.nextSibling() == null) {
            at = at.parent();
        }
        return at == null ? null : at.nextSibling();
    }

    /** Pages served as XML by its rules, unless they break them; all others by those of HTML. */
    private static String html(String source, @Nullable String contentType) {
        String html = XhtmlSource.isXhtml(source, contentType) ? XhtmlSource.asHtml(source) : null;
        return html == null ? CdataSections.removedFrom(source) : html;
    }

    private static Document parsed(String text, URI address) {
        Document page =
                Jsoup.parse(text, address.toString(), Parser.htmlParser().setMaxDepth(MAX_DEPTH));
        if (PlayerFacades.mayBeIn(text)) {
            PlayerFacades.open(page);
        }
        if (OldCodeElements.mayBeIn(text)) {
            OldCodeElements.rename(page);
        }
        if (SvgFigures.mayBeIn(text)) {
            SvgFigures.open(page);
        }
        return page;
    }

    /** Parses plain text; an empty line ends a paragraph. */
    private static Document paragraphs(String text, String address) {
        Document document = Document.createShell(address);
        Element paragraph = document.body().appendElement("p");
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.isBlank()) {
                paragraph = document.body().appendElement("p");
            } else {
                paragraph.appendText(line + "\n");
            }
        }
        return document;
    }

    private static int end(String text) {
        if (mostTags(text) <= MAX_DEEP_TAGS) {
            return text.length();
        }
        int tags = 0;
        int depth = 0;
        int deep = 0;
        boolean paragraphIsOpen = false;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            boolean opens = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
            boolean closes = text.startsWith("</", at);
            if (opens || closes) {
                String name = name(text, at + (opens ? 1 : 2));
                boolean holds = !ENDLESS.contains(name);
                depth = Math.max(0, depth + (!holds ? 0 : opens ? 1 : -1));
                tags += opens || makesElement(name, paragraphIsOpen) ? 1 : 0;
                paragraphIsOpen = name.equals("p") ? opens : paragraphIsOpen;
                deep += opens && depth > DEEP ? 1 : 0;
            }
            if (tags > MAX_TAGS || deep > MAX_DEEP_TAGS) {
                return at;
            }
        }
        return text.length();
    }

    /** No more tags than this can be in the text. */
    private static int mostTags(String text) {
        int tags = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            tags++;
        }
        return tags;
    }

    /** Whether an end tag creates an element: these two do so without a start tag. */
    private static boolean makesElement(String endTag, boolean paragraphIsOpen) {
        return endTag.equals("br") || endTag.equals("p") && !paragraphIsOpen;
    }

    private static String name(String text, int start) {
        int end = start;
        while (end < text.length() && end - start <= MAX_NAME_LENGTH && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
