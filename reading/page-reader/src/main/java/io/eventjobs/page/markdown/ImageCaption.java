package io.eventjobs.page.markdown;

import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.BoundedSearch;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Finds the caption of an image: the figure's caption, or an adjacent element named as one. Examines a bounded number of elements. */
final class ImageCaption {
    private static final int FARTHEST = 5;
    private static final int NEAR = 3;
    private static final int MAX_LENGTH = 1_000;

    private ImageCaption() {}

    static @Nullable Element of(Element image, Set<Element> told) {
        Element figure = figure(image);
        if (figure != null) {
            return first(figure, told);
        }
        Element at = image;
        for (int up = 0; up < NEAR && at != null; up++) {
            Element next = at.nextElementSibling();
            if (next != null && isNamedCaption(next) && !told.contains(next)) {
                return next;
            }
            at = at.parent();
        }
        return null;
    }

    /** Whether the caption is written with the figure's image, and so not on its own. */
    static boolean isToldByImage(Element caption) {
        Element figure = figure(caption);
        if (figure == null) {
            return false;
        }
        Element image =
                BoundedSearch.first(figure, element -> element.normalName().equals("img"));
        Element block = BoundedSearch.first(
                figure, element -> Set.of("pre", "table", "video", "iframe").contains(element.normalName()));
        return image != null && block == null && ImageSource.of(image, new HashSet<>()) != null;
    }

    static String text(Element caption) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.filter(
                (node, depth) -> {
                    if (text.length() > MAX_LENGTH) {
                        return FilterResult.STOP;
                    }
                    if (node instanceof TextNode words) {
                        text.append(words.getWholeText());
                    } else if (node instanceof Element element) {
                        if (ElementKinds.isUnwritten(element)) {
                            return FilterResult.SKIP_ENTIRELY;
                        }
                        text.append(
                                BlockElements.isBlock(element)
                                                || element.normalName().equals("br")
                                        ? " "
                                        : "");
                    }
                    return FilterResult.CONTINUE;
                },
                caption);
        return text.toString();
    }

    private static @Nullable Element figure(Element element) {
        Element at = element.parent();
        for (int up = 0; up < FARTHEST && at != null; up++) {
            if (at.normalName().equals("figure")) {
                return at;
            }
            at = at.parent();
        }
        return null;
    }

    private static @Nullable Element first(Element figure, Set<Element> told) {
        return BoundedSearch.first(
                figure, element -> element.normalName().equals("figcaption") && !told.contains(element));
    }

    private static boolean isNamedCaption(Element element) {
        String names = element.className().toLowerCase(Locale.ROOT);
        return names.contains("caption") || names.contains("cutline");
    }
}
