package io.eventjobs.page.extraction;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Searches for the main content: prunes boilerplate, selects the best element, cleans it; repeats less strictly if too little text is left.
 */
final class ContentSearch {
    private static final int ENOUGH = 250;
    private static final int NOTHING = 20;

    private final Element body;
    private final DroppedElements hidden = new DroppedElements();
    private final TextStatistics whole;
    private final ElementNames names;
    /** Whether comments below a short post are dropped however little is left. */
    private final boolean hasPost;

    ContentSearch(Element body) {
        this.body = body;
        Pruning.unseen(body, hidden);
        this.whole = TextStatistics.of(body, hidden.elements());
        this.names = ElementNames.of(body, whole);
        ReaderComments.Kind comments = ReaderComments.kind(body, whole, names);
        if (comments == ReaderComments.Kind.THREAD) {
            names.disbelieve(NameHint.COMMENTS);
        }
        this.hasPost = comments == ReaderComments.Kind.BELOW_A_POST;
    }

    MainContent find() {
        MainContent best = new MainContent(List.of(), Map.of());
        int max = NOTHING;
        for (Strictness strictness : Strictness.values()) {
            if (strictness == Strictness.FRAME_ONLY && max > NOTHING) {
                return best;
            }
            MainContent found = find(strictness);
            int text = text(found);
            if (text >= ENOUGH) {
                return found;
            }
            if (text > max || text > 0 && strictness == Strictness.NAMES_COUNT) {
                max = Math.max(max, text);
                best = found;
            }
        }
        return best;
    }

    private MainContent find(Strictness strictness) {
        DroppedElements dropped = new DroppedElements(hidden);
        Pruning.of(body, whole, names, dropped, strictness);
        if (hasPost && strictness != Strictness.NAMES_COUNT) {
            ReaderComments.drop(body, whole, names, dropped);
        }
        TextStatistics statistics = TextStatistics.of(body, dropped.elements());
        ContentScoring containers = new ContentScoring(body, statistics, names);
        ContentScoring.Found found = containers.find();
        if (found == null) {
            return new MainContent(List.of(), dropped.rules());
        }
        ContentPlace place = new ContentPlace(body, statistics);
        Element better = found.root() == body ? place.within() : place.better(found.root());
        if (better != null) {
            return new MainContent(List.of(better), dropped.rules());
        }
        Element sections = place.ofSections(found.root());
        ContentScoring.Found content = sections == null ? found : new ContentScoring.Found(sections, List.of());
        ContentCleaning.of(content, statistics, names, dropped);
        Boilerplate.of(content.items(), statistics, dropped);
        List<Element> roots = containers.withNeighbours(content.root());
        return new MainContent(LeadParagraphs.before(roots, content.root(), whole, names, dropped), dropped.rules());
    }

    private static int text(MainContent content) {
        int text = 0;
        for (Element root : content.roots()) {
            text += TextStatistics.of(root, content.dropped()).of(root).text;
        }
        return text;
    }
}
