package io.eventjobs.page.dom;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Resolves the addresses in a page against the page's own address, and leaves them otherwise unchanged. */
public final class AbsoluteAddress {
    private static final int MIN_LENGTH = "http://a".length();

    private static final Set<String> OTHER_SCHEMES =
            Set.of("javascript", "mailto", "tel", "sms", "whatsapp", "data", "blob", "about", "viber", "skype", "tg");

    private AbsoluteAddress() {}

    /**
     * Empty if the address cannot be resolved. Simple addresses, which are most, bypass the URL parser: for thousands of links it would
     * take longer than parsing the page.
     */
    public static String of(Element element, String attribute) {
        String written = element.attr(attribute).strip();
        if (isWhole(written)) {
            return written;
        }
        if (isElsewhere(written)) {
            return written;
        }
        if (isSimple(written)) {
            String base = element.baseUri();
            if (isWhole(base)) {
                return joined(base, written);
            }
        }
        if (written.startsWith("//") && !written.startsWith("///")) {
            String base = element.baseUri();
            String joined = base.substring(0, Math.max(0, base.indexOf(':') + 1)) + written;
            if (isWhole(base) && isWhole(joined)) {
                return joined;
            }
        }
        return element.absUrl(attribute);
    }

    /** Whether it is of another scheme than the web's: for an unknown one, the URL parser looks for a class that reads it. */
    private static boolean isElsewhere(String written) {
        int scheme = written.indexOf(':');
        return scheme > 0 && OTHER_SCHEMES.contains(written.substring(0, scheme)) && isPlain(written);
    }

    /** A path or fragment that is resolved by appending it to a prefix of the page's address. */
    private static boolean isSimple(String written) {
        if (written.isEmpty() || !isPlain(written) || written.startsWith("//") || written.startsWith("/.")) {
            return false;
        }
        char first = written.charAt(0);
        return (first == '/' || first == '#' || first < 0x7f && Character.isLetterOrDigit(first))
                && (first == '/' || first == '#' || written.indexOf(':') < 0);
    }

    private static String joined(String base, String written) {
        int path = base.indexOf('/', MIN_LENGTH);
        int end = end(base, written.charAt(0) == '#' ? "#" : "?#");
        if (written.charAt(0) == '#') {
            return base.substring(0, end) + written;
        }
        if (path < 0 || path > end) {
            return base.substring(0, end) + (written.charAt(0) == '/' ? "" : "/") + written;
        }
        int keep = written.charAt(0) == '/' ? path : base.lastIndexOf('/', end - 1) + 1;
        return base.substring(0, keep) + written;
    }

    private static int end(String address, String marks) {
        int end = 0;
        while (end < address.length() && marks.indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean isWhole(String written) {
        int host = written.startsWith("https://")
                ? "https://".length()
                : written.startsWith("http://") ? "http://".length() : -1;
        return host > 0
                && host < written.length()
                && isPlain(written)
                && Character.isLetterOrDigit(written.charAt(host));
    }

    /** Whether nothing in it needs encoding, removal or interpretation. */
    private static boolean isPlain(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c <= ' ' || c >= 0x7f && c <= 0xa0 || c == '[' || c == ']' || c == '\\' || c == '@') {
                return false;
            }
        }
        return !written.contains("/.");
    }
}
