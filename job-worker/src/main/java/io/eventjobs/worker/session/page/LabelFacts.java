package io.eventjobs.worker.session.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Facts behind labels: definition lists, two-column tables, "Label: value" lines, headings with a list or a line below. */
final class LabelFacts {
    private static final String SOURCE = "label";
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_VALUE = 300;
    private static final Pattern LINE = Pattern.compile("^([\\p{L}][\\p{L} ()/:]{1,30}?)\\s*:\\s+(\\S.*)$");
    private static final Pattern SPAN = Pattern.compile(
            "([0-2]?\\d[:.h][0-5]\\d(?:\\s*[AaPp]\\.?[Mm]\\.?)?)\\s*(?:-|–|—|to|bis|until|à)\\s*([0-2]?\\d[:.h][0-5]\\d(?:\\s*[AaPp]\\.?[Mm]\\.?)?)");

    private final SessionFacts.Gathering facts;

    LabelFacts(SessionFacts.Gathering facts) {
        this.facts = facts;
    }

    void find(Element body) {
        body.select("dt").forEach(term -> tell(term.text(), term.nextElementSibling(), "dd"));
        body.select("tr").forEach(this::row);
        body.select("li, p, div, span").forEach(this::line);
        body.select("h2, h3, h4, h5, h6").forEach(this::heading);
    }

    private void row(Element row) {
        if (row.childrenSize() == 2) {
            tell(row.child(0).text(), row.child(1), row.child(1).normalName());
        }
    }

    /** A short element that begins with its label, in words or in an element of its own. */
    private void line(Element element) {
        if (element.childrenSize() > 12) {
            return;
        }
        Element first = element.childrenSize() > 0 ? element.child(0) : null;
        boolean labelled = first != null
                && first.text().length() <= LONGEST_LABEL
                && LabelWords.meaning(first.text()).isPresent();
        String text = element.text();
        if (text.length() > LONGEST_VALUE + LONGEST_LABEL) {
            return;
        }
        if (labelled && first != null && text.startsWith(first.text())) {
            String rest = text.substring(first.text().length()).replaceFirst("^\\s*:\\s*", "");
            tell(first.text(), rest, element);
            return;
        }
        Matcher line = LINE.matcher(text);
        if (line.matches() && !element.isBlock()
                || line.matches() && element.children().stream().noneMatch(Element::isBlock)) {
            tell(line.group(1), line.group(2), element);
        }
    }

    private void heading(Element heading) {
        Element below = heading.nextElementSibling();
        Optional<FactName> name =
                heading.text().length() > LONGEST_LABEL ? Optional.empty() : LabelWords.meaning(heading.text());
        if (name.isEmpty() || below == null) {
            return;
        }
        if (name.get() == FactName.ABSTRACT) {
            facts.add(FactName.ABSTRACT, below.text(), SOURCE);
        } else {
            tell(heading.text(), below, below.normalName());
        }
    }

    private void tell(String label, @Nullable Element value, String expected) {
        if (value != null && value.normalName().equals(expected)) {
            tell(label, value.text(), value);
        }
    }

    private void tell(String label, String text, Element element) {
        LabelWords.meaning(label).ifPresent(name -> tell(name, text, element));
    }

    private void tell(FactName name, String text, Element element) {
        switch (name) {
            case SPEAKER -> people(text, element);
            case ATTACHMENT, SLIDES, VIDEO, SUBTITLES ->
                element.select("a[href]").forEach(link -> facts.add(name, link.absUrl("href"), SOURCE));
            case START, DATE, DAY -> when(name, text);
            case ABSTRACT -> facts.add(name, text, SOURCE);
            case TITLE, ROOM, TRACK, EVENT, END, LANGUAGE -> {
                if (text.length() <= LONGEST_VALUE) {
                    facts.add(name, text, SOURCE);
                }
            }
        }
    }

    /** A time may be a span, wherever it stands. */
    private void when(FactName name, String text) {
        if (text.length() > LONGEST_VALUE) {
            return;
        }
        Matcher span = SPAN.matcher(text);
        if (span.find()) {
            facts.add(FactName.START, span.group(1), SOURCE);
            facts.add(FactName.END, span.group(2), SOURCE);
            String rest = (text.substring(0, span.start()) + text.substring(span.end()))
                    .replaceAll("^[\\s,;|()-]+|[\\s,;|()-]+$", "");
            if (name != FactName.START) {
                facts.add(name, rest, SOURCE);
            }
            return;
        }
        facts.add(name, text, SOURCE);
    }

    /** One person a link or an item, else by commas. */
    private void people(String text, Element element) {
        List<String> names = new ArrayList<>();
        for (String query : List.of("li", "a[href]", "tr", "p")) {
            if (names.isEmpty()) {
                element.select(query).stream()
                        .filter(item -> item != element)
                        .map(Element::text)
                        .forEach(names::add);
            }
        }
        if (names.isEmpty()) {
            names.addAll(List.of(text.split("\\s*[,;·]\\s*|\\s+(?:and|und|et|y|&)\\s+")));
        }
        names.stream().filter(name -> name.length() <= 120).forEach(name -> facts.add(FactName.SPEAKER, name, SOURCE));
    }
}
