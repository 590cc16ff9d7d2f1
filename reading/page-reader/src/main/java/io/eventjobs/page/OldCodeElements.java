package io.eventjobs.page;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Elements of old HTML that show text as it is written. They become {@code pre}, which is what took their place. */
final class OldCodeElements {
    private static final Set<String> NAMES = Set.of("xmp", "listing", "plaintext");
    private static final int LONGEST = "plaintext".length();

    private OldCodeElements() {}

    /** Whether looking for them is worth the time. */
    static boolean mayBeIn(String html) {
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            char first = at + 1 < html.length() ? Character.toLowerCase(html.charAt(at + 1)) : ' ';
            if (first == 'x' || first == 'l' || first == 'p') {
                String name = html.substring(at + 1, Math.min(html.length(), at + 1 + LONGEST))
                        .toLowerCase(Locale.ROOT);
                if (NAMES.stream().anyMatch(name::startsWith)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Replaces them in a page. */
    static void rename(Document page) {
        for (String name : NAMES) {
            page.getElementsByTag(name).forEach(OldCodeElements::rename);
        }
    }

    private static void rename(Element element) {
        String data = element.data();
        element.tagName("pre");
        if (!data.isEmpty()) {
            element.empty().appendChild(new TextNode(data));
        }
    }
}
