package io.eventjobs.worker.session.page.content;

import io.eventjobs.worker.session.page.dom.Wording;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Leaves out boxes that ask for consent to cookies, by what they say: however much they say, and whatever they are called. */
final class ConsentBox {
    private static final int FARTHEST = 5;
    private static final int LARGEST = 8_000;
    private static final int READ = 500;
    private static final int MOST = 50;

    private ConsentBox() {}

    static void of(Measures measures, Set<Element> dropped) {
        int found = 0;
        for (Element element : measures.elements()) {
            Measure measure = measures.of(element);
            if (measure.own >= 40
                    && measure.isProse()
                    && found < MOST
                    && Phrases.asksForConsent(Wording.of(element, dropped, READ))) {
                found++;
                Element box = box(element, measures);
                if (box != null) {
                    dropped.add(box);
                }
            }
        }
    }

    /** The nearest box with something to press in which that is what is said; an article about cookies is none. */
    private static @Nullable Element box(Element line, Measures measures) {
        int said = measures.of(line).prose;
        Element at = line;
        for (int up = 0; up < FARTHEST && at != null; up++) {
            Measure measure = measures.of(at);
            if (measure.text > LARGEST || measure.mainHeadings > 0 || isPage(at)) {
                return null;
            }
            boolean pressed = measure.controls > 0 || measure.linked > 0;
            if (pressed && said >= measure.prose * 0.2) {
                return at;
            }
            at = at.parent();
        }
        return null;
    }

    private static boolean isPage(Element element) {
        return Set.of("html", "body", "main", "article").contains(element.normalName());
    }
}
