package io.eventjobs.page.sites;

import io.eventjobs.page.dom.VisibleText;
import io.eventjobs.page.facts.DateTimeFacts;
import io.eventjobs.page.facts.FactLabels;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.PageElements;
import io.eventjobs.page.facts.PageFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** An event page of frab; facts behind labels are found as on any page. */
final class FrabPage implements PageAdapter {
    private static final String SOURCE = "adapter:frab";
    private static final int LONG = 20_000;
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://[^?#]+/public)/events/\\d+(?:\\.html)?(?:[?#].*)?");

    @Override
    public boolean knows(PageElements page) {
        return ADDRESS.matcher(page.document().location()).matches()
                && (!marked(page.document()).isEmpty()
                        || !headings(page.document()).isEmpty());
    }

    @Override
    public List<Element> content(Document page) {
        List<Element> marked = marked(page);
        if (!marked.isEmpty()) {
            return marked;
        }
        List<Element> below = new ArrayList<>();
        for (Element heading : headings(page)) {
            Element next = heading.nextElementSibling();
            while (next != null && !next.normalName().matches("h[1-6]")) {
                below.add(next);
                next = next.nextElementSibling();
            }
        }
        return below;
    }

    @Override
    public void addFacts(Document page, PageFacts.Builder facts) {
        facts.add(FactName.TITLE, title(page), SOURCE);
        badge(page, ".badge.bg-secondary", FactName.ROOM, facts);
        badge(page, ".badge.bg-success", FactName.TRACK, facts);
        Element subtitle = page.selectFirst(".subtitle, p.subtitle");
        facts.add(FactName.SUBTITLE, subtitle == null ? "" : VisibleText.of(subtitle, 1_000), SOURCE);
        StringBuilder said = new StringBuilder();
        content(page).forEach(part -> said.append(VisibleText.of(part, LONG)).append(' '));
        facts.add(FactName.ABSTRACT, said.toString(), SOURCE);
        for (Element person : page.select("a[href*=/speakers/]")) {
            facts.add(FactName.SPEAKER, VisibleText.of(person, 200), SOURCE, person.absUrl("href"));
        }
        for (Element link : page.select("a[href]")) {
            if (VisibleText.of(link, 40).toLowerCase(Locale.ROOT).equals("video")) {
                facts.add(FactName.VIDEO, link.absUrl("href"), SOURCE);
            }
        }
        for (Element file : page.select("a[href*=/event_attachments/], a[href*=/attachments/]")) {
            facts.add(FactName.ATTACHMENT, file.absUrl("href"), SOURCE);
        }
        times(page, facts);
        Matcher address = ADDRESS.matcher(page.location());
        if (address.matches()) {
            facts.add(FactName.SCHEDULE, address.group(1) + "/schedule.json", SOURCE);
        }
    }

    private static void badge(Document page, String query, FactName name, PageFacts.Builder facts) {
        Element badge = page.selectFirst(query);
        facts.add(name, badge == null ? "" : VisibleText.of(badge, 300), SOURCE);
    }

    private static void times(Document page, PageFacts.Builder facts) {
        List<Element> times = page.select("time[datetime]");
        if (!times.isEmpty()) {
            DateTimeFacts.start(times.getFirst().attr("datetime"), SOURCE, facts);
        }
        if (times.size() > 1) {
            DateTimeFacts.end(times.get(1).attr("datetime"), SOURCE, facts);
        }
    }

    /** The selectors also match texts about the speakers, which are excluded. */
    private static List<Element> marked(Document page) {
        return page.select(".abstract, .description, .event-abstract, .event-description").stream()
                .filter(part -> part.closest(".session-info, .speakers, .speakers-section, .speaker") == null)
                .toList();
    }

    private static List<Element> headings(Document page) {
        return page.select("h3, h4").stream()
                .filter(heading -> FactLabels.alone(VisibleText.of(heading, 60)).orElse(null) == FactName.ABSTRACT)
                .toList();
    }

    @Override
    public List<Element> aside(Document page) {
        return page.select(".concurrent-events");
    }

    /** The title reads "Title | Event"; a heading takes precedence, although it may also contain the kind of session. */
    private static String title(Document page) {
        Element heading = page.selectFirst("#event h1, .event h1, h1");
        int end = page.title().lastIndexOf(" | ");
        if (heading != null) {
            return VisibleText.of(heading, 1_000);
        }
        return end > 0 ? page.title().substring(0, end) : "";
    }
}
