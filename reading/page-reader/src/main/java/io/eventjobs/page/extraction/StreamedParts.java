package io.eventjobs.page.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Parts that the server sent after the rest of the page, hidden at its end: React streams each as {@code <div hidden id="S:0">}, and a
 * script moves it to the place that {@code <template id="B:0">} keeps.
 */
final class StreamedParts {
    private static final int MAX_PARTS = 2_000;
    private static final int MAX_FALLBACK = 200;
    private static final int MAX_SCRIPT_LENGTH = 20_000;
    private static final Pattern PART = Pattern.compile("(.*)S:(\\w+)");
    /** Calls such as {@code $RC("B:0","S:0")}. */
    private static final Pattern MOVE = Pattern.compile("\\$R[CSRX]\\(\"([^\"]{1,80})\",\\s*\"([^\"]{1,80})\"");

    private StreamedParts() {}

    /** @param templates of the page, in its order */
    static void move(Document page, List<Element> hidden, List<Element> templates) {
        List<Element> parts = hidden.stream()
                .filter(each ->
                        each.id().contains("S:") && PART.matcher(each.id()).matches())
                .limit(MAX_PARTS)
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        Map<String, Element> places = new HashMap<>();
        templates.forEach(each -> places.putIfAbsent(each.id(), each));
        Map<String, String> moves = moves(page);
        for (Element part : parts) {
            Element place = place(part.id(), places, moves);
            Element parent = place == null ? null : place.parent();
            if (place == null || parent == null || isInside(place, part)) {
                part.removeAttr("hidden");
            } else {
                removeFallback(place);
                List<Node> content = List.copyOf(part.childNodes());
                part.empty();
                parent.insertChildren(place.siblingIndex(), content);
            }
        }
    }

    private static Map<String, String> moves(Document page) {
        Map<String, String> moves = new HashMap<>();
        for (Element script : page.body().select("script:not([src])")) {
            String code = script.data();
            if (code.contains("$R") && code.length() <= MAX_SCRIPT_LENGTH) {
                Matcher move = MOVE.matcher(code);
                while (move.find() && moves.size() < MAX_PARTS) {
                    moves.put(move.group(1), move.group(2));
                    moves.put(move.group(2), move.group(1));
                }
            }
        }
        return moves;
    }

    private static @Nullable Element place(String id, Map<String, Element> places, Map<String, String> moves) {
        String told = moves.get(id);
        if (told != null && places.containsKey(told)) {
            return places.get(told);
        }
        Matcher part = PART.matcher(id);
        if (!part.matches()) {
            return null;
        }
        Element boundary = places.get(part.group(1) + "B:" + part.group(2));
        return boundary == null ? places.get(part.group(1) + "P:" + part.group(2)) : boundary;
    }

    private static boolean isInside(Element element, Element outer) {
        Element at = element;
        while (at != null && at != outer) {
            at = at.parent();
        }
        return at == outer;
    }

    /** What is shown until the part arrives: everything up to the comment that closes the boundary. */
    private static void removeFallback(Element place) {
        List<Node> fallback = new ArrayList<>();
        Node next = place.nextSibling();
        while (next != null
                && fallback.size() < MAX_FALLBACK
                && !(next instanceof Comment comment && comment.getData().equals("/$"))) {
            fallback.add(next);
            next = next.nextSibling();
        }
        if (next instanceof Comment) {
            fallback.forEach(Node::remove);
        }
    }
}
