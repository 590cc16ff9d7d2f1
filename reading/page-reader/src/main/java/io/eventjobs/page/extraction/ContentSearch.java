package io.eventjobs.page.extraction;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Searches for the main content: prunes boilerplate, selects the best element, cleans it; repeats less strictly if too little text is left.
 */
final class ContentSearch {
    private static final int ENOUGH = 250;

    /** An item list of at least this many entries with times is a live blog. */
    private static final int MIN_TIMED = 3;

    private final Element body;

    ContentSearch(Element body) {
        this.body = body;
    }

    MainContent find() {
        MainContent best = new MainContent(List.of(), Set.of());
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
        Set<Element> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
        Pruning.of(body, dropped, strictness);
        TextStatistics statistics = TextStatistics.of(body, dropped);
        ContentScoring containers = new ContentScoring(body, statistics);
        ContentScoring.Found found = containers.find();
        if (found == null) {
            return new MainContent(List.of(), dropped);
        }
        ContentCleaning.of(found.root(), found.items().size() >= MIN_TIMED, statistics, dropped);
        Boilerplate.of(found.items(), statistics, dropped);
        return new MainContent(containers.withNeighbours(found.root()), dropped);
    }

    private static int text(MainContent content) {
        int text = 0;
        for (Element root : content.roots()) {
            text += TextStatistics.of(root, content.dropped()).of(root).text;
        }
        return text;
    }
}
