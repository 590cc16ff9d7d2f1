package io.eventjobs.page.facts;

import io.eventjobs.page.dom.VisibleText;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** The visible title of a page: the heading that also occurs in its {@code title} element or Open Graph data, else its only h1. */
public final class TitleFacts {
    private static final String SOURCE = "html";
    private static final int MAX_HEADINGS = 40;
    private static final int MAX_LENGTH = 400;

    private TitleFacts() {}

    /** Adds the heading that is certainly the title. */
    public static void heading(PageElements page, PageFacts.Builder facts) {
        String named = plain(page.document().title() + " " + card(page));
        List<Element> headings = page.headings().stream().limit(MAX_HEADINGS).toList();
        for (Element heading : headings) {
            String text = plain(VisibleText.of(heading, MAX_LENGTH));
            if (text.length() > 3 && !text.equals(plain(site(page))) && named.contains(text)) {
                facts.add(FactName.TITLE, VisibleText.of(heading, MAX_LENGTH), SOURCE);
                return;
            }
        }
        List<Element> first = headings.stream()
                .filter(heading -> heading.normalName().equals("h1"))
                .filter(heading -> !VisibleText.of(heading, MAX_LENGTH).isBlank())
                .toList();
        if (first.size() == 1) {
            facts.add(FactName.TITLE, VisibleText.of(first.getFirst(), MAX_LENGTH), SOURCE);
        }
    }

    /** Adds the document's title without the name of the site. */
    public static void otherwise(PageElements page, PageFacts.Builder facts) {
        String title = page.document().title();
        String site = site(page);
        for (String mark : List.of(" | ", " - ", " – ", " — ", " :: ", " · ")) {
            if (!site.isBlank() && title.endsWith(mark + site)) {
                title = title.substring(0, title.length() - mark.length() - site.length());
            }
        }
        facts.add(FactName.TITLE, title, SOURCE);
    }

    /** The titles of the page, reduced to letters and digits: document title, Open Graph title, first headings. */
    record PageNames(String title, String card, List<String> headings) {
        static PageNames of(PageElements page) {
            return new PageNames(
                    plain(page.document().title()),
                    plain(TitleFacts.card(page)),
                    page.headings("h1").stream()
                            .limit(MAX_HEADINGS)
                            .map(heading -> plain(VisibleText.of(heading, MAX_LENGTH)))
                            .toList());
        }

        /** Whether a name is the page's own title rather than something that it mentions. */
        boolean isNamed(String name) {
            String text = plain(name);
            return !text.isEmpty()
                    && (title.startsWith(text)
                            || card.contains(text)
                            || headings.stream().anyMatch(heading -> heading.contains(text)));
        }
    }

    /** Letters and digits only, in lower case. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static String card(PageElements page) {
        return page.content("og:title", "twitter:title");
    }

    private static String site(PageElements page) {
        return page.content("og:site_name");
    }
}
