package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Leaves out the lines around the running text that belong to it in place only: byline and date before, headings and links after. */
final class BylineTrimming {
    private static final int SHORT = 120;

    private final TextStatistics measures;
    private final Set<Element> dropped;
    private final List<Element> lines = new ArrayList<>();

    private BylineTrimming(TextStatistics measures, Set<Element> dropped) {
        this.measures = measures;
        this.dropped = dropped;
    }

    static void of(Element root, TextStatistics measures, Set<Element> dropped) {
        BylineTrimming edges = new BylineTrimming(measures, dropped);
        for (Element element : measures.elements()) {
            ElementStatistics measure = measures.of(element);
            if (element != root && BlockElements.isBlock(element) && measure.own > 0 && measure.own == measure.text) {
                edges.lines.add(element);
            }
        }
        edges.trimEnd();
        edges.trimStart();
    }

    private void trimEnd() {
        for (int at = lines.size() - 1; at >= 0; at--) {
            Element line = lines.get(at);
            ElementStatistics measure = measures.of(line);
            if (measure.isProse() || !isLoose(line, measure)) {
                return;
            }
            dropped.add(line);
        }
    }

    private void trimStart() {
        for (Element line : lines) {
            ElementStatistics measure = measures.of(line);
            if (measure.isProse() || isHeading(line) || measure.own > SHORT) {
                return;
            }
            if (measure.ownLinkDensity() > 0.5) {
                dropped.add(line);
            }
        }
    }

    private boolean isLoose(Element line, ElementStatistics measure) {
        return isHeading(line) || measure.own < SHORT && measure.ownLinkDensity() > 0.5;
    }

    private static boolean isHeading(Element element) {
        String name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }
}
