package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.VisibleText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** What most of some peers have at the same place and none has running text in: who wrote it and when, likes, links to share. */
final class Boilerplate implements NodeFilter {
    private static final int MIN_COUNT = 3;
    private static final int MAX_DEPTH = 8;
    private static final double MAX_PEERS = 0.6;
    private static final int MAX_HEADING_LENGTH = 300;
    private static final Pattern REPLY = Pattern.compile(
            "^(re|aw|antw|sv|rép|odp|ответ|回复)\\s*[:：]\\s*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Peers of less running text than that are a list of facts, and every part of it counts. */
    private static final double MIN_PROSE = 0.4;

    private final TextStatistics measures;
    private final Set<Element> dropped;
    private final Map<String, Place> places = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    /** In rows of a table, what has one line may be what the row is about: posts have a cell with several for who wrote them. */
    private final boolean rows;

    private int peer;
    private boolean drops;
    private double wanted;

    private Boilerplate(TextStatistics measures, Set<Element> dropped, boolean rows) {
        this.measures = measures;
        this.dropped = dropped;
        this.rows = rows;
    }

    /** A place within each peer. */
    private static final class Place {
        private int peers;
        private int lastPeer;
        private boolean text;
        private int ofLines;
        private @Nullable String heading;

        /** Whether a heading here says something that the ones before did not: not so "Re: …", again and again. */
        private boolean isNew(Element element) {
            String said = REPLY.matcher(VisibleText.of(element, MAX_HEADING_LENGTH)).replaceFirst("");
            boolean same = said.equals(heading);
            boolean first = heading == null;
            heading = said;
            return !same && !first;
        }
    }

    /** Leaves it out. */
    static void of(List<Element> peers, TextStatistics measures, Set<Element> dropped) {
        if (peers.size() < MIN_COUNT) {
            return;
        }
        int prose = 0;
        int text = 0;
        for (Element peer : peers) {
            prose += measures.of(peer).prose;
            text += measures.of(peer).text;
        }
        boolean rows = peers.getFirst().normalName().equals("tr");
        if (prose < text * MIN_PROSE) {
            return;
        }
        Boilerplate furniture = new Boilerplate(measures, dropped, rows);
        furniture.walk(peers);
        furniture.drops = true;
        furniture.wanted = peers.size() * MAX_PEERS;
        furniture.walk(alike(peers.getFirst()));
        furniture.leaveOutAfter(peers.getLast());
    }

    /** The peers, and those of their make that say too little to be known as such. */
    private static List<Element> alike(Element first) {
        Element parent = first.parent();
        return parent == null
                ? List.of(first)
                : parent.children().stream()
                        .filter(each -> each.normalName().equals(first.normalName())
                                && make(each).equals(make(first)))
                        .toList();
    }

    /** Pagers, forms and notes below the last of them. */
    private void leaveOutAfter(Element last) {
        for (Element next = last.nextElementSibling(); next != null; next = next.nextElementSibling()) {
            if (measures.of(next).prose == 0) {
                dropped.add(next);
            }
        }
    }

    private void walk(List<Element> peers) {
        for (Element each : peers) {
            peer++;
            path.clear();
            NodeTraversor.filter(this, each);
        }
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (!(node instanceof Element element) || dropped.contains(element) || !measures.knows(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (depth == 0) {
            path.push("");
            return FilterResult.CONTINUE;
        }
        ElementStatistics measure = measures.of(element);
        boolean heading = BlockElements.headingLevel(element) > 0;
        boolean cell = rows && depth == 1;
        boolean nameless =
                element.normalName().equals("div") && element.className().isEmpty();
        String here = path.element() + ">" + element.normalName() + "." + make(element)
                + (cell || nameless ? element.elementSiblingIndex() : "");
        Place place = places.computeIfAbsent(here, fresh -> new Place());
        boolean text = heading
                ? place.isNew(element)
                : measure.prose > 0 || measure.headings > 0 || measure.images > 0 || ClockTime.is(element, measure);
        if (drops) {
            boolean told = cell && place.ofLines < wanted;
            if (!place.text && place.peers >= wanted && BlockElements.isBlock(element) && !told) {
                dropped.add(element);
                return FilterResult.SKIP_ENTIRELY;
            }
        } else {
            place.peers += place.lastPeer == peer ? 0 : 1;
            place.lastPeer = peer;
            place.text |= text;
            place.ofLines += hasLines(element) ? 1 : 0;
        }
        if (heading || !text || depth >= MAX_DEPTH) {
            return FilterResult.SKIP_CHILDREN;
        }
        path.push(here);
        return FilterResult.CONTINUE;
    }

    /** Whether several lines stand in it. */
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

    /** The first name, without numbers, which tell the peers apart. */
    private static String make(Element element) {
        String names = element.className().strip();
        int end = names.indexOf(' ');
        return (end < 0 ? names : names.substring(0, end)).replaceAll("\\d", "");
    }
}
