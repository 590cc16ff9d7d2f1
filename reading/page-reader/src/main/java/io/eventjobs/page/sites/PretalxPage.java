package io.eventjobs.page.sites;

import io.eventjobs.page.dom.VisibleText;
import io.eventjobs.page.facts.DateParser;
import io.eventjobs.page.facts.DateTimeFacts;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.PageElements;
import io.eventjobs.page.facts.PageFacts;
import io.eventjobs.page.facts.Person;
import io.eventjobs.page.facts.TimeParser;
import io.eventjobs.page.markdown.Markdown;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** A talk page of pretalx, in its old and new layouts. */
final class PretalxPage implements PageAdapter {
    private static final Evaluator API =
            QueryParser.parse("link[rel=alternate][type=application/json][href*=/api/events/]");
    private static final String SOURCE = "adapter:pretalx";
    private static final int LONG = 20_000;
    private static final String BIOGRAPHY =
            ".talk-speaker-bio, .speaker-bio, .biography, .pretalx-session-info > .abstract";
    private static final Pattern ZONE = Pattern.compile("\\(([A-Z][A-Za-z]+/[A-Za-z_/-]+|UTC)\\)");
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://[^?#]+)/(?:talk|session)/[A-Z0-9]{4,12}/?(?:[?#].*)?");

    @Override
    public boolean knows(PageElements page) {
        boolean text = page.hasOneOf("abstract", "description")
                && page.document().selectFirst("section.abstract, section.description") != null;
        boolean isOfEvent = page.hasOneOf("talk-title") || page.meta(API) != null;
        return page.hasOneOf("talk-title", "talk-speaker-name", "talk-slot-time", "pretalx-session-info")
                        && (text || page.hasOneOf("talk-content", "talk-title", "talk-resources"))
                || text && isOfEvent;
    }

    @Override
    public List<Element> content(Document page) {
        return page
                .select(
                        "section.abstract, section.description, .talk-content > .abstract, .talk-content > .description, section.answers")
                .stream()
                .filter(part -> !VisibleText.of(part, 10).isEmpty())
                .toList();
    }

    @Override
    public void addFacts(Document page, PageFacts.Builder facts) {
        title(page, facts);
        StringBuilder said = new StringBuilder();
        content(page).stream()
                .filter(part -> !part.hasClass("answers"))
                .forEach(part -> said.append(VisibleText.of(part, LONG)).append(' '));
        facts.add(FactName.ABSTRACT, said.toString(), SOURCE);
        slot(page, facts);
        for (String query : List.of(
                ".talk-speaker-name", ".pretalx-session-info > .title", ".speaker-name", ".bordered-list .info > a")) {
            people(page.select(query), facts);
        }
        for (Element file : page.select("section.resources a[href], .talk-resources a[href]")) {
            facts.add(FactName.ATTACHMENT, file.absUrl("href"), SOURCE);
        }
        Matcher address = ADDRESS.matcher(page.location());
        if (address.matches()) {
            facts.add(FactName.SCHEDULE, address.group(1) + "/schedule/export/schedule.json", SOURCE);
        }
        Element track = page.selectFirst(".talk-track, .pretalx-session-track, .talk-slot-track");
        facts.add(FactName.TRACK, track == null ? "" : VisibleText.of(track, 300), SOURCE);
        for (Element player :
                page.select(".talk-content iframe[src], .talk-recording iframe[src], .talk-wrapper iframe[src]")) {
            facts.add(FactName.VIDEO, player.absUrl("src"), SOURCE);
        }
    }

    private static void people(Elements found, PageFacts.Builder facts) {
        if (facts.currentHas(FactName.SPEAKER)) {
            return;
        }
        for (Element person : found) {
            Element within = person.normalName().equals("a") ? person : person.selectFirst("a[href]");
            Element link = within == null ? person.closest("a[href]") : within;
            String address = link == null || !link.hasAttr("href") ? null : link.absUrl("href");
            facts.speaker(new Person(VisibleText.of(person, 200), null, biography(person), address), SOURCE);
        }
    }

    /** The biography is in the smallest box around the name that contains one, unless that box contains several. */
    private static @Nullable String biography(Element name) {
        Element box = name.parent();
        for (int up = 0; up < 4 && box != null; up++, box = box.parent()) {
            List<Element> found = box.select(BIOGRAPHY);
            if (found.size() == 1) {
                String text = Markdown.of(found, Set.of()).text();
                return text.isEmpty() ? null : text;
            }
            if (found.size() > 1) {
                return null;
            }
        }
        return null;
    }

    /** The document's title reads "Title :: Event :: pretalx". */
    private static void title(Document page, PageFacts.Builder facts) {
        String[] parts = page.title().split("(?<!\\s)\\s++::\\s+");
        Element heading = page.selectFirst(".talk-title, .talk-header h1, #talk-title");
        String title = heading == null ? parts[0] : VisibleText.of(heading, aside(heading), 1_000);
        String whole = title.startsWith("»") && title.endsWith("«") ? title.substring(1, title.length() - 1) : title;
        facts.add(FactName.TITLE, whole, SOURCE);
        if (parts.length > 2) {
            facts.add(FactName.EVENT, parts[parts.length - 2], SOURCE);
        }
    }

    private static Set<Element> aside(Element heading) {
        return Set.copyOf(heading.select("small, .buttons, .btn, button, a.btn, .talk-slot, .talk-meta, .float-right"));
    }

    /** Time and room: in elements of their own, else in the small print of the title. */
    private static void slot(Document page, PageFacts.Builder facts) {
        text(page, ".talk-slot-date", FactName.DATE, facts);
        text(page, ".talk-slot-room", FactName.ROOM, facts);
        Element slot = Stream.of(
                        ".talk-slot-time",
                        ".talk-title small",
                        "#talk-title small",
                        ".talk-slots li",
                        ".talk-header small")
                .flatMap(query -> page.select(query).stream())
                .filter(one -> TimeParser.time(VisibleText.of(one, 290)) != null)
                .findFirst()
                .orElse(null);
        if (slot == null) {
            return;
        }
        Set<Element> beside = Set.copyOf(slot.select("div, em, i, .fa-stack, .speakers"));
        List<Element> times = slot.select("time[data-isodatetime]");
        if (times.size() > 1) {
            moments(slot, times, beside, facts);
            return;
        }
        String text = VisibleText.of(slot, beside, 290);
        Matcher zone = ZONE.matcher(text);
        facts.add(FactName.ZONE, zone.find() ? zone.group(1) : "", SOURCE);
        TimeParser.Span span = TimeParser.span(text);
        if (span == null) {
            return;
        }
        facts.add(FactName.START, span.start(), SOURCE);
        facts.add(FactName.END, span.end(), SOURCE);
        Element time = slot.selectFirst("time[datetime]");
        String date = DateParser.iso(time == null ? span.before() : time.attr("datetime"));
        if (!facts.currentHas(FactName.DATE)) {
            facts.add(FactName.DATE, date == null ? span.before() : date, SOURCE);
        }
        if (!facts.currentHas(FactName.ROOM)) {
            facts.add(FactName.ROOM, room(span.after()), SOURCE);
        }
    }

    /** Time elements with machine-readable values; the room follows them. */
    private static void moments(Element slot, List<Element> times, Set<Element> beside, PageFacts.Builder facts) {
        String zone = Stream.of("data-timezone", "date-timezone", "title")
                .map(times.getFirst()::attr)
                .filter(name -> name.matches("[A-Z][A-Za-z]+/[A-Za-z_/-]+|UTC"))
                .findFirst()
                .orElse("");
        facts.add(FactName.ZONE, zone, SOURCE);
        DateTimeFacts.start(times.getFirst().attr("data-isodatetime"), SOURCE, facts);
        DateTimeFacts.end(times.get(1).attr("data-isodatetime"), SOURCE, facts);
        Set<Element> dropped = new HashSet<>(beside);
        dropped.addAll(slot.select(".timerange-block, .timezone-block"));
        dropped.addAll(times);
        if (!facts.currentHas(FactName.ROOM)) {
            facts.add(FactName.ROOM, room(TimeParser.trimmed(VisibleText.of(slot, dropped, 290))), SOURCE);
        }
    }

    @Override
    public List<Element> aside(Document page) {
        return page.select(".pretalx-session-info > ul, .speaker-talks");
    }

    /** The text after the time, without a leading zone in parentheses. */
    private static String room(String after) {
        int zone = after.startsWith("(") || after.indexOf('/') > 0 && after.indexOf(')') > 0 ? after.indexOf(')') : -1;
        return TimeParser.trimmed(after.substring(zone + 1));
    }

    private static void text(Document page, String query, FactName name, PageFacts.Builder facts) {
        Element found = page.selectFirst(query);
        if (found != null) {
            facts.add(name, VisibleText.of(found, 300), SOURCE);
        }
    }
}
