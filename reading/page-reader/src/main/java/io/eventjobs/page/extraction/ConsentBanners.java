package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Removes consent dialogs by their text, independent of their length and class names. */
final class ConsentBanners {
    private static final int FARTHEST = 5;
    private static final int MAX_TEXT_LENGTH = 8_000;
    private static final int READ = 500;
    private static final int MAX_BANNERS = 50;
    private static final Set<String> NO_BOXES = Set.of("html", "body", "main", "article", "p", "li");

    private final TextStatistics statistics;
    private final List<Element> lines = new ArrayList<>();

    private ConsentBanners(TextStatistics statistics) {
        this.statistics = statistics;
    }

    static void of(TextStatistics statistics, DroppedElements dropped) {
        ConsentBanners boxes = new ConsentBanners(statistics);
        for (Element element : statistics.elements()) {
            ElementStatistics counts = statistics.of(element);
            if (counts.own >= 40
                    && counts.isProse()
                    && boxes.lines.size() < MAX_BANNERS
                    && Phrases.asksForConsent(VisibleText.of(element, dropped.elements(), READ))) {
                boxes.lines.add(element);
            }
        }
        boxes.lines.forEach(line -> boxes.leaveOut(line, dropped));
    }

    /** Drops the nearest ancestor that is mostly about consent and has a button or input; an article about cookies has none. */
    private void leaveOut(Element line, DroppedElements dropped) {
        Element at = line;
        for (int up = 0; up < FARTHEST && at != null; up++) {
            ElementStatistics counts = statistics.of(at);
            if (counts.text > MAX_TEXT_LENGTH || counts.mainHeadings > 0) {
                return;
            }
            boolean pressed = counts.controls > 0 || counts.linked > 0;
            if (pressed && !NO_BOXES.contains(at.normalName()) && said(at) >= counts.prose * 0.5) {
                dropped.add(at, DropRule.CONSENT_TEXT);
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
            said += at == box ? statistics.of(line).own - statistics.of(line).ownLinked : 0;
        }
        return said;
    }
}
