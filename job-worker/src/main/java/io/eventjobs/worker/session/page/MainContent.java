package io.eventjobs.worker.session.page;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that holds the main content: where the running text is. Every block of text gives its parents a share of
 * its weight; the heaviest element wins, less the share of its text that is links. Linear: each text is weighed once.
 */
final class MainContent {
    private static final Set<String> BLOCKS = Set.of("p", "pre", "blockquote", "td", "li", "dd", "div", "section");
    private static final int SHORTEST_BLOCK = 25;
    private static final int LEAST_TEXT = 140;
    private static final double[] SHARES = {1.0, 0.7, 0.35, 0.2};

    private final Map<Element, Double> weights = new IdentityHashMap<>();
    private final Map<Element, int[]> lengths = new IdentityHashMap<>();

    private MainContent() {}

    /** The element with the main content of a body without boilerplate; the body itself if nothing stands out. */
    static Element of(Element body) {
        return new MainContent().find(body);
    }

    private Element find(Element body) {
        measure(body);
        Element marked = marked(body);
        Element heaviest = heaviest(body);
        if (marked != null && (heaviest == null || isWithin(heaviest, marked) || text(marked) >= text(body) / 2)) {
            return marked;
        }
        if (heaviest == null) {
            return marked == null ? body : marked;
        }
        return widened(heaviest, body);
    }

    /** Text and link text of every element, from the leaves up. */
    private void measure(Element body) {
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {}

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof TextNode text && node.parent() instanceof Element parent) {
                            add(parent, visible(text), 0);
                        } else if (node instanceof Element element) {
                            close(element);
                        }
                    }
                },
                body);
    }

    private void close(Element element) {
        int[] own = lengths.getOrDefault(element, new int[3]);
        if (element.normalName().equals("a")) {
            own = new int[] {own[0], own[0], own[2]};
            lengths.put(element, own);
        }
        if (BLOCKS.contains(element.normalName()) && own[2] >= SHORTEST_BLOCK) {
            weigh(element, own);
        }
        Element parent = element.parent();
        if (parent != null) {
            int[] sum = lengths.computeIfAbsent(parent, fresh -> new int[3]);
            sum[0] += own[0];
            sum[1] += own[1];
            sum[2] += element.isBlock() ? 0 : own[2];
        }
    }

    private void add(Element parent, int text, int links) {
        int[] sum = lengths.computeIfAbsent(parent, fresh -> new int[3]);
        sum[0] += text;
        sum[1] += links;
        sum[2] += text;
    }

    private void weigh(Element block, int[] own) {
        double weight = (1 + Math.min(own[2] / 100.0, 4)) * (1 - linkDensity(own));
        Element up = block.normalName().equals("div") || block.normalName().equals("section") ? block : block.parent();
        for (int i = 0; i < SHARES.length && up != null; i++) {
            weights.merge(up, weight * SHARES[i], Double::sum);
            up = up.parent();
        }
    }

    private @Nullable Element heaviest(Element body) {
        Element best = null;
        double bestWeight = 0;
        for (Map.Entry<Element, Double> entry : weights.entrySet()) {
            Element element = entry.getKey();
            double weight = entry.getValue() * (1 - linkDensity(lengths.getOrDefault(element, new int[3])));
            if (weight > bestWeight && isWithin(element, body)) {
                best = element;
                bestWeight = weight;
            }
        }
        return best;
    }

    /** What the page itself calls its main content, if there is one such element with text. */
    private @Nullable Element marked(Element body) {
        for (String query : List.of("main, [role=main]", "[itemprop=articleBody]", "article")) {
            List<Element> found = body.select(query).stream()
                    .filter(element -> text(element) >= LEAST_TEXT)
                    .toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
        }
        return null;
    }

    /** Goes up while the parent adds running text: sections of one text often stand side by side. */
    private Element widened(Element heaviest, Element body) {
        Element element = heaviest;
        for (int up = 0; up < 3; up++) {
            Element parent = element.parent();
            if (parent == null || element == body) {
                return element;
            }
            int[] outer = lengths.getOrDefault(parent, new int[3]);
            int added = text(parent) - text(element);
            double weight = weights.getOrDefault(parent, 0.0);
            boolean addsText = added > text(element) * 0.15 && linkDensity(outer) < 0.3;
            if (!addsText || weight < weights.getOrDefault(element, 0.0) * 0.6) {
                return element;
            }
            element = parent;
        }
        return element;
    }

    private int text(Element element) {
        return lengths.getOrDefault(element, new int[3])[0];
    }

    private static double linkDensity(int[] lengths) {
        return lengths[0] == 0 ? 0 : Math.min(1, (double) lengths[1] / lengths[0]);
    }

    private static boolean isWithin(Element inner, Element outer) {
        Element up = inner;
        while (up != null && up != outer) {
            up = up.parent();
        }
        return up == outer;
    }

    private static int visible(TextNode text) {
        int count = 0;
        String whole = text.getWholeText();
        for (int i = 0; i < whole.length(); i++) {
            count += Character.isWhitespace(whole.charAt(i)) ? 0 : 1;
        }
        return count;
    }
}
