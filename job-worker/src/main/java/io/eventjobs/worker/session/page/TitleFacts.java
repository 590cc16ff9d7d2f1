package io.eventjobs.worker.session.page;

import io.eventjobs.worker.session.page.dom.Wording;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The title as a page shows it: the heading that its title or its card names too, else its only heading. */
final class TitleFacts {
    private static final String SOURCE = "html";
    private static final int MOST_HEADINGS = 40;
    private static final int LONGEST = 400;

    private TitleFacts() {}

    /** A heading that is sure to be the title. */
    static void heading(Document page, SessionFacts.Gathering facts) {
        String named = plain(page.title() + " " + card(page));
        List<Element> headings =
                page.select("h1, h2").stream().limit(MOST_HEADINGS).toList();
        for (Element heading : headings) {
            String text = plain(Wording.of(heading, LONGEST));
            if (text.length() > 3 && !text.equals(plain(site(page))) && named.contains(text)) {
                facts.add(FactName.TITLE, Wording.of(heading, LONGEST), SOURCE);
                return;
            }
        }
        List<Element> first = headings.stream()
                .filter(heading -> heading.normalName().equals("h1"))
                .filter(heading -> !Wording.of(heading, LONGEST).isBlank())
                .toList();
        if (first.size() == 1) {
            facts.add(FactName.TITLE, Wording.of(first.getFirst(), LONGEST), SOURCE);
        }
    }

    /** Whatever names the page. */
    static void otherwise(Document page, SessionFacts.Gathering facts) {
        String title = page.title();
        String site = site(page);
        for (String mark : List.of(" | ", " - ", " – ", " — ", " :: ", " · ")) {
            if (!site.isBlank() && title.endsWith(mark + site)) {
                title = title.substring(0, title.length() - mark.length() - site.length());
            }
        }
        facts.add(FactName.TITLE, title, SOURCE);
    }

    /** Whether a name is that of the page rather than of something that the page mentions. */
    static boolean isTitle(Document page, String name) {
        String text = plain(name);
        if (text.isEmpty()) {
            return false;
        }
        if (plain(page.title()).startsWith(text) || plain(card(page)).contains(text)) {
            return true;
        }
        return page.select("h1").stream().limit(MOST_HEADINGS).anyMatch(heading -> plain(Wording.of(heading, LONGEST))
                .contains(text));
    }

    /** Letters and digits alone. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static String card(Document page) {
        return content(page, "meta[property=og:title], meta[name=twitter:title]");
    }

    private static String site(Document page) {
        return content(page, "meta[property=og:site_name]");
    }

    private static String content(Document page, String query) {
        Element meta = page.selectFirst(query);
        return meta == null ? "" : meta.attr("content");
    }
}
