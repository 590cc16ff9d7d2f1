package io.eventjobs.page.extraction;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Searches for the main content: prunes boilerplate, selects the best element, cleans it; repeats less strictly if too little text is left.
 */
final class ContentSearch {
    private static final int ENOUGH = 250;

    private final Element body;
    private final DroppedElements hidden = new DroppedElements();
    private final TextStatistics whole;
    private final ElementNames names;

    ContentSearch(Element body) {
        this.body = body;
        Pruning.unseen(body, hidden);
        this.whole = TextStatistics.of(body, hidden.elements());
        this.names = ElementNames.of(body, whole);
    }

    MainContent find() {
        MainContent best = new MainContent(List.of(), Map.of());
        int max = 0;
        for (Strictness strictness : Strictness.values()) {
            MainContent found = find(strictness);
            int text = text(found);
            if (text >= ENOUGH) {
                return found;
            }
            if (text > max) {
                max = text;
                best = found;
            }
        }
        return best;
    }

    private MainContent find(Strictness strictness) {
        DroppedElements dropped = new DroppedElements(hidden);
        Pruning.of(body, whole, names, dropped, strictness);
        TextStatistics statistics = TextStatistics.of(body, dropped.elements());
        ContentScoring containers = new ContentScoring(body, statistics, names);
        ContentScoring.Found found = containers.find();
        if (found == null) {
            return new MainContent(List.of(), dropped.rules());
        }
        ContentCleaning.of(found, statistics, names, dropped);
        Boilerplate.of(found.items(), statistics, dropped);
        return new MainContent(containers.withNeighbours(found.root()), dropped.rules());
    }

    private static int text(MainContent content) {
        int text = 0;
        for (Element root : content.roots()) {
            text += TextStatistics.of(root, content.dropped()).of(root).text;
        }
        return text;
    }
}
