package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Leaves out the lines around the running text that belong to it in place only: byline and date before, headings and links after. */
final class Edges {
    private static final int SHORT = 120;

    private final Measures measures;
    private final Set<Element> dropped;
    private final List<Element> lines = new ArrayList<>();

    private Edges(Measures measures, Set<Element> dropped) {
        this.measures = measures;
        this.dropped = dropped;
    }

    static void of(Element root, Measures measures, Set<Element> dropped) {
        Edges edges = new Edges(measures, dropped);
        for (Element element : measures.elements()) {
            Measure measure = measures.of(element);
            if (element != root && Blocks.isBlock(element) && measure.own > 0 && measure.own == measure.text) {
                edges.lines.add(element);
            }
        }
        edges.trimEnd();
        edges.trimStart();
    }

    private void trimEnd() {
        for (int at = lines.size() - 1; at >= 0; at--) {
            Element line = lines.get(at);
            Measure measure = measures.of(line);
            if (measure.isProse() || !isLoose(line, measure)) {
                return;
            }
            dropped.add(line);
        }
    }

    private void trimStart() {
        for (Element line : lines) {
            Measure measure = measures.of(line);
            if (measure.isProse() || isHeading(line) || measure.own > SHORT) {
                return;
            }
            if (measure.ownLinkDensity() > 0.5) {
                dropped.add(line);
            }
        }
    }

    private boolean isLoose(Element line, Measure measure) {
        return isHeading(line) || measure.own < SHORT && measure.ownLinkDensity() > 0.5;
    }

    private static boolean isHeading(Element element) {
        String name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }
}
