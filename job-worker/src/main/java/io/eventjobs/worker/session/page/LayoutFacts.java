package io.eventjobs.worker.session.page;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Facts of pages whose layout is known: FOSDEM's event pages and pretalx's talk pages. Recognised by their marks, not by their host. */
final class LayoutFacts {
    private final SessionFacts.Gathering facts;

    LayoutFacts(SessionFacts.Gathering facts) {
        this.facts = facts;
    }

    void find(Document page) {
        if (page.selectFirst("#pagetitles h1") != null
                && page.selectFirst(".event-abstract, .event-description, ul.side-box") != null) {
            fosdem(page, "layout:fosdem");
        } else if (page.selectFirst("section.abstract, .talk-speaker-name, .talk-slot-time") != null) {
            pretalx(page, "layout:pretalx");
        }
    }

    private void fosdem(Document page, String source) {
        text(page, "#pagetitles h1", FactName.TITLE, source);
        join(page, ".event-abstract, .event-description", source);
        for (Element item : page.select("ul.side-box li")) {
            Element label = item.selectFirst("strong, b");
            String head = label == null ? item.text().split(":", 2)[0] : label.text();
            String value = item.text()
                    .substring(Math.min(head.length(), item.text().length()))
                    .replaceFirst("^\\s*:\\s*", "");
            LabelWords.meaning(head)
                    .filter(name -> name != FactName.SPEAKER)
                    .ifPresent(name -> facts.add(name, value, source));
        }
        page.select("a[href*=/schedule/speaker/]")
                .forEach(person -> facts.add(FactName.SPEAKER, person.text(), source));
        page.select("ul.event-attachments a[href]")
                .forEach(file -> facts.add(FactName.ATTACHMENT, file.absUrl("href"), source));
        page.select("div.video video source[src], video source[src]")
                .forEach(video -> facts.add(FactName.VIDEO, video.absUrl("src"), source));
    }

    private void pretalx(Document page, String source) {
        text(
                page,
                "h3.talk-title, h1.talk-title, .talk-title h1, .talk-title h3, .talk-header h1",
                FactName.TITLE,
                source);
        join(page, "section.abstract, section.description", source);
        page.select(".talk-speaker-name").forEach(person -> facts.add(FactName.SPEAKER, person.text(), source));
        text(page, ".talk-slot-date", FactName.DATE, source);
        text(page, ".talk-slot-room", FactName.ROOM, source);
        text(page, ".talk-track, .pretalx-session-track", FactName.TRACK, source);
        Element time = page.selectFirst(".talk-slot-time");
        if (time != null) {
            List<String> ends = List.of(time.text().split("\\s*[–—-]\\s*", 2));
            facts.add(FactName.START, ends.getFirst(), source);
            facts.add(FactName.END, ends.size() > 1 ? ends.get(1) : "", source);
        }
        page.select(".talk-resources a[href]")
                .forEach(file -> facts.add(FactName.ATTACHMENT, file.absUrl("href"), source));
    }

    private void text(Document page, String query, FactName name, String source) {
        Element found = page.selectFirst(query);
        if (found != null) {
            facts.add(name, found.text(), source);
        }
    }

    private void join(Document page, String query, String source) {
        StringBuilder text = new StringBuilder();
        page.select(query)
                .forEach(part -> text.append(text.isEmpty() ? "" : " ").append(part.text()));
        facts.add(FactName.ABSTRACT, text.toString(), source);
    }
}
