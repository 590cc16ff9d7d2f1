package io.eventjobs.page.facts;

import io.eventjobs.markdown.LinkTarget;
import io.eventjobs.page.dom.BlockElements;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses the value of a label into facts: separate people, time spans as start and end, files by their addresses. */
public final class FactParser {
    private static final int MAX_VALUE_LENGTH = 300;

    private final PageFacts.Builder facts;
    private final String source;

    public FactParser(PageFacts.Builder facts, String source) {
        this.facts = facts;
        this.source = source;
    }

    /** Parses the lines below a label. */
    void parseLines(FactName name, List<PageLine> lines) {
        switch (name) {
            case SPEAKER -> people(lines);
            case ABSTRACT, TRANSCRIPT, CHAPTER ->
                facts.add(name, lines.stream().map(PageLine::text).collect(Collectors.joining(" ")), source);
            case ATTACHMENT, SLIDES, VIDEO, SUBTITLES -> lines.forEach(line -> parse(name, line.text(), line.links()));
            case TITLE, SUBTITLE, ROOM, TRACK, EVENT, DAY, DATE, START, END, ZONE, TYPE, LANGUAGE, SCHEDULE ->
                lines.stream().limit(1).forEach(line -> parse(name, line.text(), line.links()));
        }
    }

    /** Parses the text after a label on the same line. */
    public void parse(FactName name, String value, List<PageLine.Link> links) {
        if (value.isEmpty() && links.isEmpty()) {
            return;
        }
        switch (name) {
            case SPEAKER -> people(value, links);
            case ATTACHMENT, SLIDES, VIDEO, SUBTITLES -> links.forEach(link -> file(name, link));
            case DAY, DATE, START -> when(name, value, address(value, links));
            case ABSTRACT, TRANSCRIPT, CHAPTER -> facts.add(name, value, source);
            case TITLE, SUBTITLE, ROOM, TRACK, EVENT, END, ZONE, TYPE, LANGUAGE, SCHEDULE ->
                one(name, value, address(value, links));
        }
    }

    private void one(FactName name, String value, @Nullable String address) {
        if (value.length() <= MAX_VALUE_LENGTH && !facts.currentHas(name)) {
            facts.add(name, value, source, address);
        }
    }

    private void file(FactName name, PageLine.Link link) {
        if (LinkTarget.of(link.address()) != null) {
            facts.add(name, link.address(), source);
        }
    }

    private static @Nullable String address(String value, List<PageLine.Link> links) {
        return links.stream()
                .filter(link -> link.text().equals(value))
                .map(PageLine.Link::address)
                .findFirst()
                .orElse(null);
    }

    /** Parses a time or a span, possibly preceded by a day or followed by a room. */
    private void when(FactName name, String text, @Nullable String address) {
        TimeParser.Span span = TimeParser.span(text);
        if (span == null) {
            String time = name == FactName.DATE || name == FactName.DAY ? TimeParser.time(text) : null;
            int at = time == null ? -1 : text.indexOf(time);
            one(name, at > 3 ? TimeParser.trimmed(text.substring(0, at)) : text, address);
            if (at > 3) {
                one(FactName.START, TimeParser.trimmed(text.substring(at)), null);
            }
            return;
        }
        one(FactName.START, span.start(), null);
        one(FactName.END, span.end(), null);
        FactName day = name == FactName.START ? FactName.DATE : name;
        String rest = span.before().isEmpty() ? dateIn(span.after()) : span.before();
        one(day, rest, null);
    }

    private static String dateIn(String text) {
        return text.chars().anyMatch(Character::isDigit) && !text.startsWith("(") ? text : "";
    }

    /** Speakers below a label: taken from headings if there are any, else from links or lines that look like names. */
    private void people(List<PageLine> lines) {
        List<PageLine> named = lines.stream()
                .filter(line -> BlockElements.headingLevel(line.block()) > 0)
                .toList();
        if (named.isEmpty()) {
            named = lines;
        }
        for (PageLine line : named) {
            people(line.text(), line.links());
        }
    }

    private void people(String value, List<PageLine.Link> links) {
        List<PageLine.Link> people = links.stream()
                .filter(link -> PersonNames.isName(PersonNames.plain(link.text())))
                .toList();
        int linked = people.stream().mapToInt(link -> link.text().length()).sum();
        if (linked * 2 >= value.length() && !people.isEmpty()) {
            people.forEach(link -> facts.add(FactName.SPEAKER, PersonNames.plain(link.text()), source, link.address()));
            return;
        }
        PersonNames.in(value).forEach(name -> facts.add(FactName.SPEAKER, name, source, address(name, links)));
    }
}
