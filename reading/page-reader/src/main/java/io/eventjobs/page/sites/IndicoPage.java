package io.eventjobs.page.sites;

import io.eventjobs.page.dom.VisibleText;
import io.eventjobs.page.facts.DateParser;
import io.eventjobs.page.facts.DateTimeFacts;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.PageElements;
import io.eventjobs.page.facts.PageFacts;
import io.eventjobs.page.facts.Person;
import io.eventjobs.page.facts.PersonNames;
import io.eventjobs.page.facts.TimeParser;
import io.eventjobs.page.link.PageLink;
import io.eventjobs.page.link.PageLinkClassifier;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A contribution page of Indico. The event's export, which the page links, is a more reliable source for most facts. */
final class IndicoPage implements PageAdapter {
    private static final String SOURCE = "adapter:indico";
    private static final int LONG = 20_000;
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://[^?#]+?)/event/(\\d+)/(?:session/\\w+/)?contributions?/\\w+/?(?:[?#].*)?");

    @Override
    public boolean knows(PageElements page) {
        return ADDRESS.matcher(page.document().location()).matches()
                && page.document()
                                .selectFirst(
                                        ".item-summary, .contribution-display, .speaker-item, .speaker-list, [itemprop=performers]")
                        != null;
    }

    @Override
    public List<Element> content(Document page) {
        List<Element> marked = page.select("[itemprop=description]:not(meta)");
        return marked.isEmpty()
                ? page.select(
                        ".contribution-display .description, .item-summary .description, section.description, .item-text > .description")
                : marked;
    }

    @Override
    public void addFacts(Document page, PageFacts.Builder facts) {
        Element title = page.selectFirst(
                ".contribution-title, .contribution-display h1, .contribution-display h2, .item-summary .page-title");
        facts.add(FactName.TITLE, title == null ? "" : VisibleText.of(title, 1_000), SOURCE);
        StringBuilder said = new StringBuilder();
        content(page).forEach(part -> said.append(VisibleText.of(part, LONG)).append(' '));
        facts.add(FactName.ABSTRACT, said.toString(), SOURCE);
        page.select(".speaker-item, [itemprop=performers]").stream()
                .filter(person -> person.closest(".infogrid, .author-list") == null)
                .forEach(person -> speaker(person, facts));
        text(page, ".conference-title", FactName.EVENT, facts);
        text(page, ".contrib-track, .contrib-session", FactName.TRACK, facts);
        text(page, ".contrib-type", FactName.TYPE, facts);
        time(page.selectFirst(".time-info"), facts);
        text(page, ".room-info, .location-info, [itemprop=location] [itemprop=name]", FactName.ROOM, facts);
        for (Element file : page.select("a[href*=/attachments/], .attachment a[href], a.attachment[href]")) {
            boolean isVideo =
                    PageLinkClassifier.of(file.absUrl("href"), VisibleText.of(file, 200)) == PageLink.Kind.VIDEO;
            facts.add(isVideo ? FactName.VIDEO : FactName.ATTACHMENT, file.absUrl("href"), SOURCE);
        }
        Matcher address = ADDRESS.matcher(page.location());
        if (address.matches()) {
            facts.add(
                    FactName.SCHEDULE,
                    address.group(1) + "/export/event/" + address.group(2) + ".json?detail=contributions",
                    SOURCE);
        }
    }

    @Override
    public List<Element> aside(Document page) {
        return page.select(".toolbar, .page-header .group, .infogrid");
    }

    private static void text(Document page, String query, FactName name, PageFacts.Builder facts) {
        Element found = page.selectFirst(query);
        facts.add(name, found == null ? "" : VisibleText.of(found, 1_000), SOURCE);
    }

    private static void speaker(Element person, PageFacts.Builder facts) {
        Element affiliation = person.selectFirst(".affiliation, [itemprop=affiliation], .text-superfluous");
        Element name = person.selectFirst("[itemprop=name], .name, .speaker-name");
        Set<Element> beside =
                Set.copyOf(person.select(".affiliation, [itemprop=affiliation], .text-superfluous, .speaker-title"));
        String words = VisibleText.of(name == null ? person : name, beside, 200);
        facts.speaker(
                new Person(PersonNames.plain(words), affiliation == null ? null : bare(affiliation), null, null),
                SOURCE);
    }

    private static @Nullable String bare(Element affiliation) {
        String text = VisibleText.of(affiliation, 300).replaceAll("^[(\\s]+|[)\\s]+$", "");
        return text.isEmpty() ? null : text;
    }

    private static void time(@Nullable Element info, PageFacts.Builder facts) {
        if (info == null) {
            return;
        }
        Element moment = info.selectFirst("time[datetime]");
        if (moment != null) {
            DateTimeFacts.start(moment.attr("datetime"), SOURCE, facts);
            return;
        }
        String text = VisibleText.of(info, 290);
        TimeParser.Span span = TimeParser.span(text);
        if (span != null) {
            date(span.before(), facts);
            facts.add(FactName.START, span.start(), SOURCE);
            facts.add(FactName.END, span.end(), SOURCE);
            return;
        }
        String start = TimeParser.time(text);
        date(text, facts);
        facts.add(FactName.START, start == null ? "" : start, SOURCE);
    }

    private static void date(String text, PageFacts.Builder facts) {
        String date = DateParser.iso(text);
        facts.add(FactName.DATE, date == null ? "" : date, SOURCE);
    }
}
