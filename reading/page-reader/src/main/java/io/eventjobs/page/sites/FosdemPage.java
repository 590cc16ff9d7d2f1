package io.eventjobs.page.sites;

import io.eventjobs.page.dom.VisibleText;
import io.eventjobs.page.facts.FactLabels;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.FactParser;
import io.eventjobs.page.facts.PageElements;
import io.eventjobs.page.facts.PageFacts;
import io.eventjobs.page.facts.PageLine;
import io.eventjobs.page.facts.PageLines;
import io.eventjobs.schedule.LinkClassifier;
import io.eventjobs.schedule.SessionLink;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** An event page of fosdem.org, or of a site built with the same generator. */
final class FosdemPage implements PageAdapter {
    private static final String SOURCE = "adapter:fosdem";
    private static final int LONG = 20_000;
    /** The first selector is for pages until 2013, the second for later ones. */
    private static final String TITLE = "#pagetitles h1, h1.schedule-title";

    private static final Pattern ZONE = Pattern.compile("\\(UTC([+-])(\\d{1,2})\\)");
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://[^?#]+/\\d{4})/schedule/event/[^/?#]+/?(?:[^/?#]+\\.html)?(?:[?#].*)?");

    @Override
    public boolean knows(PageElements page) {
        return page.hasOneOf("pagetitles", "schedule-title")
                && page.hasOneOf("event-abstract", "event-description", "event-blurb", "side-box", "event-attachments")
                && page.document().selectFirst(TITLE) != null;
    }

    @Override
    public List<Element> content(Document page) {
        return page.select(".event-abstract, .event-description").stream()
                .filter(part -> part.parents().stream().noneMatch(outer -> outer.hasClass("event-abstract")))
                .toList();
    }

    @Override
    public void addFacts(Document page, PageFacts.Builder facts) {
        String title = VisibleText.of(page.select(TITLE).getFirst(), LONG);
        facts.add(FactName.TITLE, title, SOURCE);
        facts.add(FactName.EVENT, event(page, title), SOURCE);
        StringBuilder said = new StringBuilder();
        content(page).forEach(part -> said.append(VisibleText.of(part, LONG)).append(' '));
        facts.add(FactName.ABSTRACT, said.toString(), SOURCE);
        FactParser parser = new FactParser(facts, SOURCE);
        for (Element item : page.select("ul.side-box > li")) {
            PageLines.of(item).forEach(line -> labelled(line, parser));
        }
        date(page, facts);
        for (Element person : page.select("a[href*=/schedule/speaker/]")) {
            boolean mentioned = person.closest(".event-abstract, .event-description, nav, footer") != null;
            facts.add(FactName.SPEAKER, mentioned ? "" : VisibleText.of(person, 200), SOURCE, person.absUrl("href"));
        }
        addresses(page, "ul.event-attachments a[href]", "href", FactName.ATTACHMENT, facts);
        addresses(page, "div.video video[src], div.video source[src]", "src", FactName.VIDEO, facts);
        for (Element link : page.select("a[href]")) {
            if (LinkClassifier.kind(link.absUrl("href"), VisibleText.of(link, 200)) == SessionLink.Kind.RECORDING) {
                facts.add(FactName.VIDEO, link.absUrl("href"), SOURCE);
            }
        }
        around(page, facts);
    }

    /** Facts outside the talk's own: subtitle, time zone, address of the complete schedule. */
    private static void around(Document page, PageFacts.Builder facts) {
        Element subtitle = page.selectFirst("#pagetitles h2");
        facts.add(FactName.SUBTITLE, subtitle == null ? "" : VisibleText.of(subtitle, 1_000), SOURCE);
        Matcher zone = ZONE.matcher(page.select("ul.side-box").text());
        if (zone.find()) {
            facts.add(
                    FactName.ZONE,
                    zone.group(1) + (zone.group(2).length() < 2 ? "0" : "") + zone.group(2) + ":00",
                    SOURCE);
        }
        Matcher address = ADDRESS.matcher(page.location());
        if (address.matches()) {
            facts.add(FactName.SCHEDULE, address.group(1) + "/schedule/xml", SOURCE);
        }
    }

    private static void labelled(PageLine line, FactParser parser) {
        int colon = line.text().indexOf(':');
        if (colon <= 0) {
            return;
        }
        FactLabels.before(line.text().substring(0, colon))
                .filter(name -> name != FactName.SPEAKER && name != FactName.VIDEO)
                .ifPresent(name -> parser.parse(
                        name,
                        line.text().substring(colon + 1).strip(),
                        line.linksIn(colon, line.text().length())));
    }

    private static void addresses(
            Document page, String query, String attribute, FactName name, PageFacts.Builder facts) {
        for (Element element : page.select(query)) {
            facts.add(name, element.absUrl(attribute), SOURCE);
        }
    }

    /** The name of the conference: declared separately, or in the document's title before that of the talk. */
    private static String event(Document page, String title) {
        Element subject = page.selectFirst("meta[name=DC.Subject]");
        if (subject != null && !subject.attr("content").isBlank()) {
            return subject.attr("content");
        }
        int end = page.title().indexOf(" - " + title);
        return end > 0 ? page.title().substring(0, end) : "";
    }

    /** The page gives the day by name; the dates of the conference are in the page's header. */
    private static void date(Document page, PageFacts.Builder facts) {
        Element head = page.selectFirst(".title-box h2");
        String day = facts.current(FactName.DAY);
        if (head == null || day == null) {
            return;
        }
        for (LocalDate date : dates(VisibleText.of(head, 200))) {
            DayOfWeek weekday = date.getDayOfWeek();
            if (weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH).equalsIgnoreCase(day)) {
                facts.add(FactName.DATE, date.toString(), SOURCE);
            }
        }
    }

    /** Expands "1 &amp; 2 February 2025" to both days. */
    private static List<LocalDate> dates(String text) {
        List<Integer> numbers = new ArrayList<>();
        Month month = null;
        for (String word : text.split("[^\\p{Alnum}]+")) {
            if (word.matches("\\d{1,4}")) {
                numbers.add(Integer.parseInt(word));
            }
            for (Month each : Month.values()) {
                month = each.getDisplayName(TextStyle.FULL, Locale.ENGLISH).equalsIgnoreCase(word) ? each : month;
            }
        }
        List<LocalDate> dates = new ArrayList<>();
        if (month == null || numbers.isEmpty() || numbers.getLast() < 1000) {
            return dates;
        }
        for (int day : numbers.subList(0, numbers.size() - 1)) {
            try {
                dates.add(LocalDate.of(numbers.getLast(), month, day));
            } catch (DateTimeException e) {
                // The month has no such day: not a date.
                continue;
            }
        }
        return dates;
    }
}
