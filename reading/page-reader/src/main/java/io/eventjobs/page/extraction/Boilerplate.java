package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.VisibleText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Removes what most repeated items have at the same position and what never contains running text there: author and time, likes, share
 * links.
 */
final class Boilerplate implements NodeFilter {
    private static final int MIN_ITEMS = 3;
    private static final int MAX_DEPTH = 8;
    private static final double MIN_ITEM_SHARE = 0.6;
    private static final int MAX_HEADING_LENGTH = 300;
    private static final Pattern REPLY = Pattern.compile(
            "^(re|aw|antw|sv|rép|odp|ответ|回复)\\s*[:：]\\s*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Items with a smaller share of running text are lists of facts, where every part counts. */
    private static final double MIN_PROSE_SHARE = 0.4;

    private final TextStatistics statistics;
    private final DroppedElements dropped;
    private final Map<String, Position> positions = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    /** In table rows a one-line cell may be the subject of the row; the cell about a post's author has several lines. */
    private final boolean rows;

    private int item;
    private boolean drops;
    private double minItems;

    private Boilerplate(TextStatistics statistics, DroppedElements dropped, boolean rows) {
        this.statistics = statistics;
        this.dropped = dropped;
        this.rows = rows;
    }

    /** A position within the items, with what was counted there. */
    private static final class Position {
        private int items;
        private int lastItem;
        private boolean text;
        private int ofLines;
        private @Nullable String heading;

        /** Whether a heading at this position differs from the one before it; "Re: …" repeated in every reply does not. */
        private boolean isNew(Element element) {
            String said =
                    REPLY.matcher(VisibleText.of(element, MAX_HEADING_LENGTH)).replaceFirst("");
            boolean same = said.equals(heading);
            boolean first = heading == null;
            heading = said;
            return !same && !first;
        }
    }

    /** Drops boilerplate found in at least {@value #MIN_ITEMS} repeated items, and anything without running text after the last item. */
    static void of(List<Element> items, TextStatistics statistics, DroppedElements dropped) {
        if (items.size() < MIN_ITEMS) {
            return;
        }
        int prose = 0;
        int text = 0;
        for (Element item : items) {
            prose += statistics.of(item).prose;
            text += statistics.of(item).text;
        }
        boolean rows = items.getFirst().normalName().equals("tr");
        if (prose < text * MIN_PROSE_SHARE) {
            return;
        }
        Boilerplate boilerplate = new Boilerplate(statistics, dropped, rows);
        boilerplate.walk(items);
        boilerplate.drops = true;
        boilerplate.minItems = items.size() * MIN_ITEM_SHARE;
        boilerplate.walk(alike(items.getFirst()));
        boilerplate.leaveOutAfter(items.getLast());
    }

    /** The items, and siblings of the same class that have too little text to count as items. */
    private static List<Element> alike(Element first) {
        Element parent = first.parent();
        return parent == null
                ? List.of(first)
                : parent.children().stream()
                        .filter(each -> each.normalName().equals(first.normalName())
                                && firstClass(each).equals(firstClass(first)))
                        .toList();
    }

    /** Pagers, forms and notes after the last item. */
    private void leaveOutAfter(Element last) {
        for (Element next = last.nextElementSibling(); next != null; next = next.nextElementSibling()) {
            if (statistics.of(next).prose == 0) {
                dropped.add(next, DropRule.REPETITION);
            }
        }
    }

    private void walk(List<Element> items) {
        for (Element each : items) {
            item++;
            path.clear();
            NodeTraversor.filter(this, each);
        }
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (!(node instanceof Element element) || dropped.contains(element) || !statistics.knows(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (depth == 0) {
            path.push("");
            return FilterResult.CONTINUE;
        }
        ElementStatistics counts = statistics.of(element);
        boolean heading = BlockElements.headingLevel(element) > 0;
        boolean cell = rows && depth == 1;
        boolean nameless =
                element.normalName().equals("div") && element.className().isEmpty();
        String here = path.element() + ">" + element.normalName() + "." + firstClass(element)
                + (cell || nameless ? element.elementSiblingIndex() : "");
        Position position = positions.computeIfAbsent(here, fresh -> new Position());
        boolean text = heading
                ? position.isNew(element)
                : counts.prose > 0
                        || counts.headings > 0
                        || counts.images > 0
                        || counts.codes > 0
                        || ClockTime.is(element, counts);
        if (drops) {
            boolean isAuthorCell = cell && position.ofLines < minItems;
            if (!position.text && position.items >= minItems && BlockElements.isBlock(element) && !isAuthorCell) {
                dropped.add(element, DropRule.REPETITION);
                return FilterResult.SKIP_ENTIRELY;
            }
        } else {
            position.items += position.lastItem == item ? 0 : 1;
            position.lastItem = item;
            position.text |= text;
            position.ofLines += hasLines(element) ? 1 : 0;
        }
        if (heading || !text || depth >= MAX_DEPTH) {
            return FilterResult.SKIP_CHILDREN;
        }
        path.push(here);
        return FilterResult.CONTINUE;
    }

    /** Whether the element has several lines. */
    private static boolean hasLines(Element element) {
        int lines = 0;
        for (Element part : element.children()) {
            lines += part.normalName().equals("br") || BlockElements.isBlock(part) ? 1 : 0;
        }
        return lines >= 2;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (path.size() == depth + 1) {
            path.pop();
        }
        return FilterResult.CONTINUE;
    }

    /** The first class name without digits, since numbers often tell items apart. */
    private static String firstClass(Element element) {
        String names = element.className().strip();
        int end = names.indexOf(' ');
        return (end < 0 ? names : names.substring(0, end)).replaceAll("\\d", "");
    }
}
