package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Trims lines around the running text that do not belong to it: byline and date before it, headings and links after it. */
final class BylineTrimming {
    private static final int SHORT = 120;

    private final TextStatistics statistics;
    private final DroppedElements dropped;
    private final List<Element> lines = new ArrayList<>();

    private BylineTrimming(TextStatistics statistics, DroppedElements dropped) {
        this.statistics = statistics;
        this.dropped = dropped;
    }

    static void of(Element root, TextStatistics statistics, DroppedElements dropped) {
        BylineTrimming trimming = new BylineTrimming(statistics, dropped);
        for (Element element : statistics.elements()) {
            ElementStatistics counts = statistics.of(element);
            if (element != root && BlockElements.isBlock(element) && counts.own > 0 && counts.own == counts.text) {
                trimming.lines.add(element);
            }
        }
        trimming.trimEnd();
        trimming.trimStart();
    }

    private void trimEnd() {
        for (int at = lines.size() - 1; at >= 0; at--) {
            Element line = lines.get(at);
            ElementStatistics counts = statistics.of(line);
            if (counts.isProse() || CodeBlocks.isInside(line) || !isLoose(line, counts)) {
                return;
            }
            dropped.add(line, DropRule.EDGE);
        }
    }

    private void trimStart() {
        for (Element line : lines) {
            ElementStatistics counts = statistics.of(line);
            if (counts.isProse() || isHeading(line) || CodeBlocks.isInside(line) || counts.own > SHORT) {
                return;
            }
            if (counts.ownLinkDensity() > 0.5) {
                dropped.add(line, DropRule.EDGE);
            }
        }
    }

    private boolean isLoose(Element line, ElementStatistics counts) {
        return isHeading(line) || counts.own < SHORT && counts.ownLinkDensity() > 0.5;
    }

    private static boolean isHeading(Element element) {
        String name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }
}
