package io.eventjobs.page;

import java.util.List;
import java.util.Locale;

/**
 * Removes what HTML takes for a comment: {@code <![CDATA[} up to the first {@code >}. The parser would take all up to {@code ]]>} for text,
 * and that may be the rest of the page. Sections in scripts and in drawings and formulas are left alone.
 */
final class CdataSections {
    private static final String START = "<![CDATA[";
    private static final List<String> RAW =
            List.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");
    private static final List<String> FOREIGN = List.of("svg", "math");
    /** Of all these: most tags begin with another. */
    private static final String FIRST_LETTERS = "stximnSTXIMN";

    private CdataSections() {}

    static String removedFrom(String html) {
        return html.contains(START) ? rewritten(html) : html;
    }

    private static String rewritten(String html) {
        StringBuilder kept = new StringBuilder(html.length());
        int copied = 0;
        int at = html.indexOf('<');
        while (at >= 0) {
            int end = at + 1;
            if (html.startsWith("<!--", at)) {
                end = after(html, "-->", at + 2);
            } else if (html.startsWith(START, at)) {
                kept.append(html, copied, at);
                end = after(html, ">", at);
                copied = end;
            } else {
                end = endOfRaw(html, at);
            }
            at = html.indexOf('<', end);
        }
        return kept.append(html, copied, html.length()).toString();
    }

    /** Where an element without markup inside ends, if one starts here; else the next character. */
    private static int endOfRaw(String html, int at) {
        if (at + 1 == html.length() || FIRST_LETTERS.indexOf(html.charAt(at + 1)) < 0) {
            return at + 1;
        }
        String name = name(html, at + 1);
        return RAW.contains(name) || FOREIGN.contains(name) ? endTag(html, name, at) : at + 1;
    }

    private static int endTag(String html, String name, int from) {
        for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
            if (name(html, at + 2).equals(name)) {
                return at + 2;
            }
        }
        return html.length();
    }

    private static int after(String html, String end, int from) {
        int found = html.indexOf(end, from);
        return found < 0 ? html.length() : found + end.length();
    }

    private static String name(String html, int start) {
        int end = start;
        while (end < html.length() && end - start < 9 && Character.isLetter(html.charAt(end))) {
            end++;
        }
        return html.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
