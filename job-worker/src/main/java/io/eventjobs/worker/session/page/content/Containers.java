package io.eventjobs.worker.session.page.content;

import io.eventjobs.worker.session.page.dom.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the elements that hold the running text: paragraphs vote for those that they stand in. */
final class Containers {
    private static final int REACH = 6;
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "pre", "li", "blockquote", "dd", "dt", "td", "th", "figcaption");

    private final Element body;
    private final Measures measures;

    Containers(Element body, Measures measures) {
        this.body = body;
        this.measures = measures;
    }

    List<Element> find() {
        if (measures.of(body).text == 0) {
            return List.of();
        }
        Element top = top();
        return top == null ? List.of(body) : withSiblings(climbed(top));
    }

    private @Nullable Element top() {
        measures.elements().forEach(this::vote);
        Element best = null;
        double most = 0;
        for (Element element : measures.elements()) {
            Measure measure = measures.of(element);
            if (measure.score > 0) {
                double score = measure.score * (1 - measure.linkDensity()) * weight(element);
                if (score > most) {
                    most = score;
                    best = element;
                }
            }
        }
        return best;
    }

    private static double weight(Element element) {
        Set<Hint> hints = Hint.of(element);
        double weight = 1;
        if (hints.contains(Hint.BODY) || element.attr("itemprop").equals("articleBody")) {
            weight = 1.5;
        } else if (hints.contains(Hint.CONTENT)
                || element.normalName().equals("article")
                || element.normalName().equals("main")) {
            weight = 1.2;
        } else if (hints.contains(Hint.FRAME) || hints.contains(Hint.DIVERSION) || hints.contains(Hint.COMMENTS)) {
            weight = 0.6;
        }
        return weight;
    }

    private void vote(Element element) {
        Measure own = measures.of(element);
        if (!Blocks.isBlock(element) || !own.isProse()) {
            return;
        }
        double vote = (1 + own.ownCommas + Math.min(3, own.own / 100.0)) * (1 - own.ownLinkDensity());
        Element at = PARAGRAPHS.contains(element.normalName()) ? element.parent() : element;
        for (int level = 0; level < REACH && at != null; level++) {
            measures.of(at).score += level == 0 ? vote : level == 1 ? vote / 2 : vote / (level * 3);
            if (at == body) {
                break;
            }
            at = at.parent();
        }
    }

    /** Goes out as long as that brings much more running text than anything else. */
    private Element climbed(Element start) {
        Element best = start;
        Element at = start;
        while (at != body && at.parent() != null && measures.knows(at.parent())) {
            Element parent = at.parent();
            Measure inner = measures.of(best);
            Measure outer = measures.of(parent);
            int moreProse = outer.prose - inner.prose;
            int moreText = outer.text - inner.text;
            if (moreProse > 0.2 * inner.prose && moreProse > 0.7 * moreText) {
                best = parent;
            }
            at = parent;
        }
        return best;
    }

    private List<Element> withSiblings(Element top) {
        List<Element> roots = new ArrayList<>();
        roots.add(top);
        return roots;
    }
}
