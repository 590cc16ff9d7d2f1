package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.Visibility;
import io.eventjobs.page.dom.VisibleText;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Counts how much of a page's text asks for cookie consent and how much running text is about something else, up to a limit. */
public final class ConsentText implements NodeFilter {
    private static final int READ = 600;
    private static final int MIN_LENGTH = 60;
    private static final int MAX_OTHER_LENGTH = 4_000;
    private static final int MAX_NODES = 20_000;
    private static final Set<String> FRAME = Set.of("nav", "header", "footer", "button", "select", "label");

    private int consentLength;
    private int otherLength;
    private int nodes;

    private ConsentText() {}

    /** Counts the visible text of the element. */
    public static ConsentText of(Element body) {
        ConsentText consent = new ConsentText();
        NodeTraversor.filter(consent, body);
        return consent;
    }

    /** Characters in paragraphs that ask for consent. */
    public int consentLength() {
        return consentLength;
    }

    /** Characters in other paragraphs. */
    public int otherLength() {
        return otherLength;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (++nodes > MAX_NODES || otherLength > MAX_OTHER_LENGTH) {
            return FilterResult.STOP;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        if (Visibility.isUnseen(element) || FRAME.contains(element.normalName())) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (depth == 0
                || !BlockElements.isBlock(element)
                || !element.children().stream().noneMatch(BlockElements::isBlock)) {
            return FilterResult.CONTINUE;
        }
        String line = VisibleText.of(element, READ);
        if (Phrases.asksForConsent(line)) {
            consentLength += line.length();
        } else if (line.length() >= MIN_LENGTH) {
            otherLength += line.length();
        }
        return FilterResult.SKIP_CHILDREN;
    }
}
