package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * What became of a block of text: a line, a paragraph or a cell.
 *
 * @param element the block and its parent with their names
 * @param text its beginning
 * @param rule the rule that dropped it or something around it; empty if none did
 * @param isInside whether it is in the part of the page that was selected; without a rule, it is then kept
 */
public record TracedBlock(String element, String text, Optional<DropRule> rule, boolean isInside) {
    private static final int MAX_TEXT = 100;
    private static final int MAX_NAMES = 40;

    /** Whether the block is content. */
    public boolean isKept() {
        return rule.isEmpty() && isInside;
    }

    /** All blocks of the page in document order, for diagnosis. */
    public static List<TracedBlock> of(Element body, MainContent content) {
        Trace trace = new Trace(body, content);
        NodeTraversor.traverse(trace, body);
        return trace.blocks;
    }

    private static final class Trace implements NodeVisitor {
        private final List<TracedBlock> blocks = new ArrayList<>();
        private final TextStatistics statistics;
        private final MainContent content;
        private final Set<Element> roots = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Deque<DropRule> rules = new ArrayDeque<>();
        private int openRoots;

        private Trace(Element body, MainContent content) {
            this.statistics = TextStatistics.of(body, Set.of());
            this.content = content;
            roots.addAll(content.roots());
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                openRoots += roots.contains(element) ? 1 : 0;
                DropRule rule = content.rules().get(element);
                if (rule != null) {
                    rules.push(rule);
                }
                if (BlockElements.isBlock(element) && statistics.of(element).own > 0) {
                    blocks.add(new TracedBlock(
                            name(element), text(element), Optional.ofNullable(rules.peekLast()), openRoots > 0));
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                openRoots -= roots.contains(element) ? 1 : 0;
                if (content.rules().containsKey(element)) {
                    rules.pop();
                }
            }
        }

        private String text(Element element) {
            StringBuilder own = new StringBuilder();
            for (Node node : element.childNodes()) {
                if (node instanceof TextNode line) {
                    own.append(line.text());
                } else if (node instanceof Element part && !BlockElements.isBlock(part)) {
                    own.append(part.text());
                }
            }
            String text = own.toString().strip();
            return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
        }

        private static String name(Element element) {
            Element parent = element.parent();
            return (parent == null ? "" : ownName(parent) + " > ") + ownName(element);
        }

        private static String ownName(Element element) {
            String names = (element.id().isEmpty() ? "" : "#" + element.id())
                    + (element.className().isBlank()
                            ? ""
                            : "." + element.className().strip().replaceAll("\\s+", "."));
            return element.normalName() + (names.length() > MAX_NAMES ? names.substring(0, MAX_NAMES) + "…" : names);
        }
    }
}
