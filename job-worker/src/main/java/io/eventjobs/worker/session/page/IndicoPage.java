package io.eventjobs.worker.session.page;

import io.eventjobs.worker.session.page.dom.Wording;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A contribution on a page of Indico. Most of what it says is surer in the event's export, which it leads to. */
final class IndicoPage implements PageAdapter {
    private static final String SOURCE = "adapter:indico";
    private static final int LONG = 20_000;
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://[^?#]+?)/event/(\\d+)/contributions/\\d+/?(?:[?#].*)?");

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
                ? page.select(".contribution-display .description, .item-summary .description, section.description")
                : marked;
    }

    @Override
    public void tell(Document page, SessionFacts.Gathering facts) {
        Element title = page.selectFirst(".contribution-title, .contribution-display h1, .contribution-display h2");
        facts.add(FactName.TITLE, title == null ? "" : Wording.of(title, 1_000), SOURCE);
        StringBuilder said = new StringBuilder();
        content(page).forEach(part -> said.append(Wording.of(part, LONG)).append(' '));
        facts.add(FactName.ABSTRACT, said.toString(), SOURCE);
        page.select(".speaker-item, [itemprop=performers]").forEach(person -> speaker(person, facts));
        time(page.selectFirst(".time-info"), facts);
        Element room = page.selectFirst(".room-info, .location-info, [itemprop=location] [itemprop=name]");
        facts.add(FactName.ROOM, room == null ? "" : Wording.of(room, 300), SOURCE);
        for (Element file : page.select("a[href*=/attachments/], .attachment a[href], a.attachment[href]")) {
            facts.add(FactName.ATTACHMENT, file.absUrl("href"), SOURCE);
        }
        Matcher address = ADDRESS.matcher(page.location());
        if (address.matches()) {
            facts.add(
                    FactName.SCHEDULE,
                    address.group(1) + "/export/event/" + address.group(2) + ".json?detail=contributions",
                    SOURCE);
        }
    }

    private static void speaker(Element person, SessionFacts.Gathering facts) {
        Element affiliation = person.selectFirst(".affiliation, [itemprop=affiliation], .text-superfluous");
        Element name = person.selectFirst("[itemprop=name], .name, .speaker-name");
        String words = name == null
                ? Wording.of(person, affiliation == null ? Set.of() : Set.of(affiliation), 200)
                : Wording.of(name, affiliation == null ? Set.of() : Set.of(affiliation), 200);
        facts.speaker(
                new Person(PersonNames.plain(words), affiliation == null ? null : bare(affiliation), null, null),
                SOURCE);
    }

    private static @Nullable String bare(Element affiliation) {
        String text = Wording.of(affiliation, 300).replaceAll("^[(\\s]+|[)\\s]+$", "");
        return text.isEmpty() ? null : text;
    }

    private static void time(@Nullable Element info, SessionFacts.Gathering facts) {
        if (info == null) {
            return;
        }
        Element moment = info.selectFirst("time[datetime]");
        if (moment != null) {
            MomentFacts.start(moment.attr("datetime"), SOURCE, facts);
            return;
        }
        String text = Wording.of(info, 290);
        TimeWords.Span span = TimeWords.span(text);
        if (span != null) {
            facts.add(FactName.DATE, span.before(), SOURCE);
            facts.add(FactName.START, span.start(), SOURCE);
            facts.add(FactName.END, span.end(), SOURCE);
        }
    }
}
