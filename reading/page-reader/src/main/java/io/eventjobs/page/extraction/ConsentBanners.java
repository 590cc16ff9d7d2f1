package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Leaves out boxes that ask for consent to cookies, by what they say: however much they say, and whatever they are called. */
final class ConsentBanners {
    private static final int FARTHEST = 5;
    private static final int MAX_SIZE = 8_000;
    private static final int READ = 500;
    private static final int MAX_COUNT = 50;
    private static final Set<String> NO_BOXES = Set.of("html", "body", "main", "article", "p", "li");

    private final TextStatistics measures;
    private final List<Element> lines = new ArrayList<>();

    private ConsentBanners(TextStatistics measures) {
        this.measures = measures;
    }

    static void of(TextStatistics measures, Set<Element> dropped) {
        ConsentBanners boxes = new ConsentBanners(measures);
        for (Element element : measures.elements()) {
            ElementStatistics measure = measures.of(element);
            if (measure.own >= 40
                    && measure.isProse()
                    && boxes.lines.size() < MAX_COUNT
                    && Phrases.asksForConsent(VisibleText.of(element, dropped, READ))) {
                boxes.lines.add(element);
            }
        }
        boxes.lines.forEach(line -> boxes.leaveOut(line, dropped));
    }

    /** The nearest box in which that is what is said, with something to press; an article about cookies is none. */
    private void leaveOut(Element line, Set<Element> dropped) {
        Element at = line;
        for (int up = 0; up < FARTHEST && at != null; up++) {
            ElementStatistics measure = measures.of(at);
            if (measure.text > MAX_SIZE || measure.mainHeadings > 0) {
                return;
            }
            boolean pressed = measure.controls > 0 || measure.linked > 0;
            if (pressed && !NO_BOXES.contains(at.normalName()) && said(at) >= measure.prose * 0.5) {
                dropped.add(at);
                return;
            }
            at = at.parent();
        }
    }

    private int said(Element box) {
        int said = 0;
        for (Element line : lines) {
            Element at = line;
            for (int up = 0; up < FARTHEST && at != null && at != box; up++) {
                at = at.parent();
            }
            said += at == box ? measures.of(line).own - measures.of(line).ownLinked : 0;
        }
        return said;
    }
}
