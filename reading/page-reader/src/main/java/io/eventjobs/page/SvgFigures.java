package io.eventjobs.page;

import io.eventjobs.page.dom.Visibility;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Drawings within a page that say something in words: by a title, a description, or labels. They become a paragraph of these words, since
 * they have no address that an image of the document could have. Icons, and drawings in links and menus, say nothing else than what is
 * beside them.
 */
final class SvgFigures {
    private static final int MAX_FIGURES = 200;
    private static final int MAX_LABELS = 80;
    private static final int MAX_LENGTH = 2_000;
    private static final int MIN_LABELS = 2;
    private static final int MIN_WORDS = 4;
    private static final int FARTHEST = 8;
    private static final Set<String> ELSEWHERE =
            Set.of("a", "button", "nav", "footer", "label", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "svg");

    private SvgFigures() {}

    /** Whether looking for them is worth the time. */
    static boolean mayBeIn(String html) {
        return html.contains("<svg")
                && (html.contains("<text")
                        || html.contains("<desc")
                        || html.contains("<figure")
                        || html.contains("aria-label="));
    }

    /** Replaces them in a page. */
    static void open(Document page) {
        page.getElementsByTag("svg").stream().limit(MAX_FIGURES).forEach(SvgFigures::open);
    }

    private static void open(Element svg) {
        Words words = Words.of(svg);
        if (svg.parent() != null && !Visibility.isUnseen(svg) && isAmongText(svg) && words.isFigure(isInFigure(svg))) {
            svg.replaceWith(new Element("p").text(words.text()));
        }
    }

    private static boolean isAmongText(Element svg) {
        Element at = svg.parent();
        for (int up = 0; up < FARTHEST && at != null; up++) {
            boolean isFormula = at.normalName().startsWith("mjx") || at.hasClass("MathJax");
            if (isFormula || ELSEWHERE.contains(at.normalName()) || Visibility.isUnseen(at)) {
                return false;
            }
            at = at.parent();
        }
        return true;
    }

    private static boolean isInFigure(Element svg) {
        Element at = svg.parent();
        for (int up = 0; up < FARTHEST && at != null; up++) {
            if (at.normalName().equals("figure")) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }

    /** What a drawing says. */
    private record Words(String title, String description, List<String> labels) {
        static Words of(Element svg) {
            String title = first(svg, "title");
            Set<String> labels = svg.getElementsByTag("text").stream()
                    .limit(MAX_LABELS)
                    .map(label -> label.text().strip())
                    .filter(label -> !label.isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return new Words(
                    title.isEmpty() ? svg.attr("aria-label").strip() : title, first(svg, "desc"), List.copyOf(labels));
        }

        private static String first(Element svg, String name) {
            return svg.children().stream()
                    .filter(child -> child.normalName().equals(name))
                    .map(child -> child.text().strip())
                    .findFirst()
                    .orElse("");
        }

        boolean isFigure(boolean isMarkedSo) {
            return isMarkedSo && !text().isEmpty()
                    || !description.isEmpty()
                    || labels.size() >= MIN_LABELS
                    || title.split("\\s+", MIN_WORDS + 1).length > MIN_WORDS;
        }

        String text() {
            String said = Stream.of(title, description)
                    .filter(part -> !part.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(": "));
            String names = String.join(", ", labels);
            String text = said.isEmpty() || names.isEmpty() ? said + names : said + " (" + names + ")";
            return text.substring(0, Math.min(text.length(), MAX_LENGTH));
        }
    }
}
