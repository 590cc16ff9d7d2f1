package io.eventjobs.worker.session.page.dom;

import org.jsoup.nodes.Element;

/** Addresses that a page names, made absolute and changed in nothing else. */
public final class Address {
    private static final int SHORTEST = "http://a".length();

    private Address() {}

    /** Empty if it cannot be made absolute. Most are as they stand, and parsing thousands of them takes as long as the page. */
    public static String of(Element element, String attribute) {
        String written = element.attr(attribute).strip();
        return isWhole(written) ? written : element.absUrl(attribute);
    }

    private static boolean isWhole(String written) {
        boolean web = written.startsWith("https://") || written.startsWith("http://");
        if (!web || written.length() < SHORTEST || written.contains("/.")) {
            return false;
        }
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c <= ' ' || c >= 0x7f && c <= 0xa0 || c == '[' || c == ']' || c == '\\' || c == '@') {
                return false;
            }
        }
        return Character.isLetterOrDigit(written.charAt(written.indexOf("//") + 2));
    }
}
