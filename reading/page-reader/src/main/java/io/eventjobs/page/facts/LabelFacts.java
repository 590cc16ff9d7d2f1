package io.eventjobs.page.facts;

import io.eventjobs.page.dom.BlockElements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Facts introduced by labels: "Label: value" lines, definition terms, table cells, headings with lines below. */
public final class LabelFacts {
    static final String SOURCE = "label";
    private static final int MAX_VALUE_LENGTH = 300;
    private static final int MAX_LINES = 60;
    private static final Set<String> LISTS = Set.of("ul", "ol", "table", "dl");

    private final List<PageLine> lines;
    private final FactParser parser;

    public LabelFacts(List<PageLine> lines, PageFacts.Builder facts) {
        this.lines = lines;
        this.parser = new FactParser(facts, SOURCE);
    }

    public void find() {
        for (int at = 0; at < lines.size(); at++) {
            PageLine line = lines.get(at);
            Optional<FactName> alone = alone(line);
            if (alone.isPresent()) {
                below(alone.get(), at);
            } else {
                within(line);
            }
        }
    }

    /**
     * The fact introduced by a line that consists only of a label. Ambiguous labels count only in a term or header cell, or with a colon.
     */
    private static Optional<FactName> alone(PageLine line) {
        if (line.isLink()) {
            return Optional.empty();
        }
        String kind = line.block().normalName();
        boolean sure = kind.equals("th") || kind.equals("dt") || line.text().endsWith(":");
        return sure ? FactLabels.before(line.text()) : FactLabels.alone(line.text());
    }

    /** Parses the labels in a line, each with the text up to the next label. */
    private void within(PageLine line) {
        List<Label> labels = labels(line);
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            int end = i + 1 < labels.size()
                    ? labels.get(i + 1).start()
                    : line.text().length();
            if (end - label.end() <= MAX_VALUE_LENGTH || label.name() == FactName.ABSTRACT) {
                String value = withoutSigns(line.text().substring(label.end(), end));
                parser.parse(label.name(), value, line.linksIn(label.end(), end));
            }
        }
    }

    /** @param end where the value starts */
    private record Label(FactName name, int start, int end) {}

    private static List<Label> labels(PageLine line) {
        List<Label> labels = new ArrayList<>();
        String text = line.text();
        int colon = text.substring(0, Math.min(text.length(), 42)).indexOf(':');
        if (colon > 0) {
            FactLabels.before(text.substring(0, colon)).ifPresent(name -> labels.add(new Label(name, 0, colon + 1)));
        }
        for (PageLine.Mark mark : line.marks()) {
            int end = Math.min(mark.end(), text.length());
            int start = Math.min(mark.start(), end);
            boolean known = !labels.isEmpty() && start < labels.getLast().end();
            String word = text.substring(start, end).strip();
            boolean colonBehind = word.endsWith(":") || text.startsWith(":", end) || text.startsWith(" :", end);
            Optional<FactName> name = colonBehind ? FactLabels.before(word) : FactLabels.alone(word);
            if (!known && name.isPresent() && (colonBehind || start == 0)) {
                labels.add(new Label(name.get(), start, end));
            }
        }
        return labels;
    }

    /** Handles a label on a line of its own; its value is below or beside it. */
    private void below(FactName name, int at) {
        PageLine label = lines.get(at);
        int level = BlockElements.headingLevel(label.block());
        boolean many = isMany(name);
        List<PageLine> said = new ArrayList<>();
        for (int next = at + 1; next < lines.size() && said.size() < MAX_LINES; next++) {
            PageLine line = lines.get(next);
            if (!belongs(line, label, level) || alone(line).isPresent()) {
                break;
            }
            if (level > 0
                    && many
                    && name != FactName.ABSTRACT
                    && !said.isEmpty()
                    && !isAlike(said.getFirst(), line, label)) {
                break;
            }
            said.add(line);
            if (!many) {
                break;
            }
        }
        parser.parseLines(name, said);
    }

    private static boolean isMany(FactName name) {
        return switch (name) {
            case SPEAKER, ATTACHMENT, SLIDES, VIDEO, SUBTITLES, TRANSCRIPT, CHAPTER, ABSTRACT -> true;
            case TITLE, SUBTITLE, ROOM, TRACK, EVENT, DAY, DATE, START, END, ZONE, TYPE, LANGUAGE, SCHEDULE -> false;
        };
    }

    private static boolean belongs(PageLine line, PageLine label, int level) {
        String kind = label.block().normalName();
        if (kind.equals("dt")) {
            return !line.block().normalName().equals("dt")
                    && isWithin(line.block(), label.block().parent(), 6);
        }
        if (kind.equals("td") || kind.equals("th")) {
            Element next = label.block().nextElementSibling();
            return next != null && isWithin(line.block(), next, 8);
        }
        int other = BlockElements.headingLevel(line.block());
        if (level > 0) {
            return other == 0 || other > level;
        }
        Element box = label.block().parent();
        Element around = box != null && box.childrenSize() == 1 ? box.parent() : box;
        return isWithin(line.block(), around, 4);
    }

    /** Whether a line is in the same list as the first value, or in a similar box; other lines do not belong to the value. */
    private static boolean isAlike(PageLine first, PageLine line, PageLine label) {
        Element box = boxBeside(label.block(), first.block());
        if (box == null || BlockElements.headingLevel(first.block()) > 0) {
            return true;
        }
        Element other = boxBeside(label.block(), line.block());
        if (other == null || other == box || LISTS.contains(box.normalName())) {
            return other == box;
        }
        return other.normalName().equals(box.normalName()) && other.className().equals(box.className());
    }

    /** The ancestor (or self) of the element that is a sibling of the label; null if there is none. */
    private static @Nullable Element boxBeside(Element label, Element element) {
        Element at = element;
        for (int up = 0; up < 20 && at != null; up++) {
            if (at.parent() == label.parent()) {
                return at;
            }
            at = at.parent();
        }
        return null;
    }

    private static boolean isWithin(Element element, @Nullable Element box, int levels) {
        Element at = element;
        for (int up = 0; up <= levels && at != null; up++) {
            if (at == box) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }

    private static String withoutSigns(String value) {
        int start = 0;
        while (start < value.length() && " :：–—-".indexOf(value.charAt(start)) >= 0) {
            start++;
        }
        int end = value.length();
        while (end > start && " ,;|·•".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(start, end);
    }
}
