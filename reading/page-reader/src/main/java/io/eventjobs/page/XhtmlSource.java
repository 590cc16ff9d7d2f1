package io.eventjobs.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites XHTML as HTML with the same meaning, by the rules of XML: an element that closes itself is empty, a CDATA section is text, and
 * scripts contain character references. One pass, linear in the size of the page.
 */
final class XhtmlSource {
    private static final Set<String> XML_TYPES = Set.of("application/xml", "text/xml");
    private static final int PROLOG = 2_000;
    private static final Pattern DECLARES_XHTML =
            Pattern.compile("//DTD XHTML|=\\s*+[\"']http://www\\.w3\\.org/1999/xhtml[\"']", Pattern.CASE_INSENSITIVE);

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");
    private static final Set<String> RAW = Set.of("script", "style");

    private final String text;
    private final StringBuilder html;
    private final Deque<String> open = new ArrayDeque<>();
    private int at;

    private XhtmlSource(String text) {
        this.text = text;
        this.html = new StringBuilder(text.length() + 64);
    }

    /** Whether the page is XHTML: its media type says so, or it declares itself both as XML and as XHTML. */
    static boolean isXhtml(String text, @Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        String prolog = text.substring(0, Math.min(text.length(), PROLOG));
        boolean isXml = XML_TYPES.contains(type) || prolog.stripLeading().startsWith("<?xml");
        return type.equals("application/xhtml+xml")
                || isXml && DECLARES_XHTML.matcher(prolog).find();
    }

    /** The page as HTML; null if it is not well-formed, so that the rules of HTML are the better ones. */
    static @Nullable String asHtml(String text) {
        XhtmlSource source = new XhtmlSource(text);
        return source.rewrite() ? source.html.toString() : null;
    }

    private boolean rewrite() {
        while (at < text.length()) {
            int next = text.indexOf('<', at);
            int end = next < 0 ? text.length() : next;
            append(text.substring(at, end));
            at = end;
            if (at < text.length() && !markup()) {
                return false;
            }
        }
        return open.isEmpty();
    }

    private boolean markup() {
        if (text.startsWith("<!--", at)) {
            return skipTo("-->", 4);
        }
        if (text.startsWith("<![CDATA[", at)) {
            int start = at + "<![CDATA[".length();
            boolean isClosed = skipTo("]]>", start - at);
            appendData(isClosed ? text.substring(start, at - 3) : "");
            return isClosed;
        }
        if (text.startsWith("<?", at)) {
            return skipTo("?>", 2);
        }
        if (text.startsWith("<!", at)) {
            return doctype();
        }
        int end = endOfTag();
        if (end < 0) {
            return false;
        }
        String tag = text.substring(at + 1, end);
        at = end + 1;
        return tag.startsWith("/") ? endTag(tag.substring(1).strip()) : startTag(tag);
    }

    private boolean startTag(String tag) {
        String name = tag.substring(0, nameLength(tag));
        if (name.isEmpty()) {
            return false;
        }
        boolean isEmpty = tag.endsWith("/");
        html.append('<')
                .append(tag, 0, isEmpty ? tag.length() - 1 : tag.length())
                .append('>');
        if (!isEmpty) {
            open.push(name);
        } else if (!VOID.contains(name)) {
            html.append("</").append(name).append('>');
        }
        return true;
    }

    private boolean endTag(String name) {
        if (open.isEmpty() || !open.pop().equals(name)) {
            return false;
        }
        html.append(VOID.contains(name) ? "" : "</" + name + ">");
        return true;
    }

    /** Text whose character references are to be read. */
    private void append(String words) {
        if (isInRaw()) {
            appendData(Parser.unescapeEntities(words, false));
        } else {
            html.append(words);
        }
    }

    /** Text without character references. */
    private void appendData(String data) {
        html.append(
                isInRaw()
                        ? data.replace("</", "<\\/")
                        : data.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private boolean isInRaw() {
        return !open.isEmpty() && RAW.contains(open.element());
    }

    private boolean skipTo(String end, int from) {
        int found = text.indexOf(end, at + from);
        at = found < 0 ? text.length() : found + end.length();
        return found >= 0;
    }

    private boolean doctype() {
        int bracket = text.indexOf('[', at);
        int end = text.indexOf('>', at);
        boolean hasSubset = bracket >= 0 && bracket < end;
        return hasSubset ? skipTo("]", 0) && skipTo(">", 0) : skipTo(">", 0);
    }

    /** Index of the angle bracket that closes the tag, outside quotes; -1 if there is none. */
    private int endOfTag() {
        char quote = 0;
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                return -1;
            }
            if (quote == 0 && c == '>') {
                return i;
            }
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return -1;
    }

    private static int nameLength(String tag) {
        int length = 0;
        while (length < tag.length()
                && (Character.isLetterOrDigit(tag.charAt(length)) || "-_.:".indexOf(tag.charAt(length)) >= 0)) {
            length++;
        }
        return length;
    }
}
