package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;
import io.eventjobs.markdown.LinkTarget;
import io.eventjobs.page.dom.AbsoluteAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter.FilterResult;

/**
 * Writes inline content: emphasis, links, images, code, formulas. One instance for each conversion; table cells have buffers of their own.
 */
final class InlineWriter {
    private final Set<Element> dropped;
    private final List<Markdown.Image> images = new ArrayList<>();
    private final Set<Element> captions = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Abbreviations abbreviations = new Abbreviations();
    private final Deque<Style> styles = new ArrayDeque<>();
    private InlineBuffer inline = new InlineBuffer();

    InlineWriter(Set<Element> dropped) {
        this.dropped = dropped;
        styles.push(Style.PLAIN);
    }

    InlineBuffer inline() {
        return inline;
    }

    List<Markdown.Image> images() {
        return images;
    }

    Style style() {
        return styles.element();
    }

    void push(Style style) {
        styles.push(style);
    }

    void pop() {
        styles.pop();
    }

    /** Whether an element is not written: because of its kind, because it was dropped, or because it was used as an image's caption. */
    boolean isLeftOut(Element element) {
        return dropped.contains(element)
                || ElementKinds.isUnwritten(element) && Formula.of(element) == null
                || captions.contains(element);
    }

    /** Starts a separate line that gathers text until {@link #endCell}. */
    InlineBuffer beginCell() {
        InlineBuffer around = inline;
        inline = new InlineBuffer();
        styles.push(Style.PLAIN);
        return around;
    }

    void endCell(InlineBuffer around) {
        styles.pop();
        inline = around;
    }

    /** Starts an inline element; {@link #tail} must follow if the walk enters it. */
    FilterResult head(Element element) {
        Style style = style();
        switch (element.normalName()) {
            case "a" -> styles.push(linked(element, style));
            case "b", "strong" -> styles.push(style.withStrong());
            case "i", "em", "dfn", "var" -> styles.push(style.withEmphasis());
            case "del", "s", "strike" -> styles.push(style.withStrike());
            case "q" -> inline.words("“", style);
            case "rt" -> inline.words("(", style);
            case "img", "amp-img" -> image(element);
            case "input" -> checkbox(element);
            case "code", "kbd", "samp", "tt" -> {
                inline.raw(CodeText.span(CodeText.of(element, dropped)), style);
                return FilterResult.SKIP_ENTIRELY;
            }
            case "math", "script" -> {
                inline.raw(String.valueOf(Formula.of(element)), style);
                return FilterResult.SKIP_ENTIRELY;
            }
            case "sup", "sub" -> {
                String raised = Superscripts.of(element);
                if (raised != null) {
                    inline.words(raised, style);
                    return FilterResult.SKIP_ENTIRELY;
                }
            }
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    void tail(Element element) {
        switch (element.normalName()) {
            case "a", "b", "strong", "i", "em", "dfn", "var", "del", "s", "strike" -> styles.pop();
            case "q" -> inline.words("”", style());
            case "abbr", "acronym" -> {
                String meaning = abbreviations.meaning(element);
                inline.words(meaning.isEmpty() ? "" : " (" + meaning + ")", style());
            }
            case "rt" -> inline.words(")", style());
            default -> {}
        }
    }

    private static Style linked(Element element, Style style) {
        String target = element.hasAttr("href") ? LinkTarget.of(AbsoluteAddress.of(element, "href")) : null;
        return target == null ? style : style.withLink(new Style.Link(target));
    }

    private void image(Element element) {
        Markdown.Image picture = ImageSource.of(element, captions);
        if (picture == null) {
            if (ImageSource.isEmoji(element)) {
                inline.words(element.attr("alt"), style());
            }
            return;
        }
        images.add(picture);
        String title = picture.caption().isEmpty()
                ? ""
                : " \"" + Escape.text(picture.caption()).replace("\"", "\\\"") + "\"";
        inline.raw(
                "![" + Escape.text(picture.text()) + "](" + LinkTarget.ofImage(picture.address()) + title + ")",
                style());
    }

    private void checkbox(Element element) {
        if (element.attr("type").equalsIgnoreCase("checkbox") && inline.isEmpty()) {
            inline.raw(element.hasAttr("checked") ? "[x]" : "[ ]", style());
        }
    }
}
