package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;
import io.eventjobs.markdown.LinkTarget;
import io.eventjobs.page.dom.AbsoluteAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;

/**
 * Writes inline content: emphasis, links, images, code, formulas. One instance for each conversion; table cells have buffers of their own.
 */
final class InlineWriter {
    private static final Set<String> CONTROLS = Set.of("input", "select");

    private final Set<Element> dropped;
    private final TexText tex;
    private final List<Markdown.Image> images = new ArrayList<>();
    private final Abbreviations abbreviations = new Abbreviations();
    private final Deque<Style> styles = new ArrayDeque<>();
    private InlineBuffer inline = new InlineBuffer();

    InlineWriter(Set<Element> dropped, TexText tex) {
        this.dropped = dropped;
        this.tex = tex;
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

    /** Whether an element is not written: because of its kind, or because it was dropped and is no more than a control. */
    boolean isLeftOut(Element element) {
        boolean isControl = CONTROLS.contains(element.normalName()) && ControlState.of(element) != null;
        return !isControl
                && (dropped.contains(element) || ElementKinds.isUnwritten(element) && Formula.of(element) == null);
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

    void text(TextNode text) {
        tex.write(text, inline, style());
    }

    /** Writes a formula; false if the element is none. */
    boolean formula(Element element) {
        String formula = Formula.of(element);
        if (formula != null) {
            inline.raw(formula, style());
        }
        return formula != null;
    }

    /** Starts an inline element; {@link #tail} must follow if the walk enters it. */
    FilterResult head(Element element) {
        Style style = style();
        switch (element.normalName()) {
            case "a" -> {
                String number = Superscripts.ofReference(element);
                if (number != null) {
                    inline.words(number, linked(element, style));
                    return FilterResult.SKIP_ENTIRELY;
                }
                styles.push(linked(element, style));
            }
            case "b", "strong" -> styles.push(style.withStrong());
            case "i", "em", "dfn", "var" -> styles.push(style.withEmphasis());
            case "del", "s", "strike" -> styles.push(style.withStrike());
            case "q" -> inline.words("“", style);
            case "rt" -> inline.words("(", style);
            case "img", "amp-img" -> image(element);
            case "input" -> state(element);
            case "select" -> {
                state(element);
                return FilterResult.SKIP_ENTIRELY;
            }
            case "code", "kbd", "samp", "tt" -> {
                return code(element, style);
            }
            case "sup", "sub" -> {
                String raised = Superscripts.of(element);
                String written = raised == null ? Superscripts.power(element) : raised;
                if (written != null) {
                    inline.words(written, style);
                    return FilterResult.SKIP_ENTIRELY;
                }
            }
            default -> state(element);
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

    /** Images follow the code that they are in, for code has only text. */
    private FilterResult code(Element element, Style style) {
        inline.raw(CodeText.span(CodeText.of(element, dropped)), style);
        if (element.childrenSize() > 0) {
            element.select("img").stream()
                    .filter(image -> !dropped.contains(image))
                    .forEach(this::image);
        }
        return FilterResult.SKIP_ENTIRELY;
    }

    private void image(Element element) {
        Markdown.Image picture = ImageSource.of(element);
        if (picture == null) {
            if (ImageSource.isEmoji(element)) {
                inline.words(element.attr("alt"), style());
            }
            return;
        }
        images.add(picture);
        inline.raw("![" + Escape.text(picture.text()) + "](" + LinkTarget.ofImage(picture.address()) + ")", style());
    }

    private void state(Element element) {
        String state = ControlState.of(element);
        if (state != null && (inline.isEmpty() || ControlState.isAnywhere(element))) {
            inline.words(" ", style());
            inline.raw(state, style());
            inline.words(" ", style());
        }
    }
}
