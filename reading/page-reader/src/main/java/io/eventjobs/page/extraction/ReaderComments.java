package io.eventjobs.page.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Tells the comments below a text from the posts of a thread that are called comments or replies too. They are judged together: if little
 * is left without them, and that is no text of its own, they are the content.
 */
final class ReaderComments implements NodeFilter {
    private static final int LITTLE = 1_500;
    private static final double SMALL_SHARE = 0.4;
    private static final int SHORT_POST = 100;
    private static final Set<String> KEPT = Set.of("html", "body", "main", "article");

    private final TextStatistics whole;
    private final ElementNames names;
    private int prose;
    private final List<Element> found = new ArrayList<>();
    private int elsewhere;
    private boolean hasPost;

    private ReaderComments(TextStatistics whole, ElementNames names) {
        this.whole = whole;
        this.names = names;
    }

    /** What the elements are that are named as comments. */
    enum Kind {
        /** There are none, or they stand beside enough other text. */
        BESIDE,
        /** Comments on a post that is shorter than they are. */
        BELOW_A_POST,
        /** The posts of a thread. */
        THREAD
    }

    static Kind kind(Element body, TextStatistics whole, ElementNames names) {
        ReaderComments comments = new ReaderComments(whole, names);
        NodeTraversor.filter(comments, body);
        int left = whole.of(body).prose - comments.prose - comments.elsewhere;
        if (comments.prose == 0 || left >= LITTLE || left >= SMALL_SHARE * (left + comments.prose)) {
            return Kind.BESIDE;
        }
        boolean isPost = left >= SHORT_POST && comments.found.size() == 1 && (comments.hasPost || isArticle(body));
        return isPost ? Kind.BELOW_A_POST : Kind.THREAD;
    }

    /** Drops the elements that are named as comments. */
    static void drop(Element body, TextStatistics whole, ElementNames names, DroppedElements dropped) {
        ReaderComments comments = new ReaderComments(whole, names);
        NodeTraversor.filter(comments, body);
        comments.found.forEach(each -> dropped.add(each, DropRule.COMMENTS_NAME));
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (!(node instanceof Element element) || !whole.knows(element) || whole.of(element).prose == 0) {
            return FilterResult.SKIP_ENTIRELY;
        }
        Set<NameHint> hints = names.hints(element);
        ElementStatistics counts = whole.of(element);
        if (!KEPT.contains(element.normalName()) && counts.mainHeadings == 0) {
            if (hints.contains(NameHint.COMMENTS)) {
                prose += counts.prose;
                found.add(element);
                return FilterResult.SKIP_ENTIRELY;
            }
            if (hints.contains(NameHint.FRAME)
                    || hints.contains(NameHint.CONSENT)
                    || Set.of("nav", "footer", "aside", "dialog").contains(element.normalName())) {
                elsewhere += counts.prose;
                return FilterResult.SKIP_ENTIRELY;
            }
        }
        hasPost |= hints.contains(NameHint.BODY) && counts.prose >= SHORT_POST;
        return FilterResult.CONTINUE;
    }

    private static boolean isArticle(Element body) {
        Document page = body.ownerDocument();
        return page != null && page.head().selectFirst("meta[property=og:type][content=article]") != null;
    }
}
