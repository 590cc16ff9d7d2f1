package io.eventjobs.page.markdown;

import io.eventjobs.markdown.math.MathMl;
import io.eventjobs.page.dom.AttributeTokens;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Formulas as TeX between dollar signs, from the markup of MathML, KaTeX and MathJax. */
final class Formula {
    private static final Set<String> RENDERED = Set.of(
            "katex",
            "katex-display",
            "mathjax",
            "mathjax_display",
            "mathjax_preview",
            "mathjax_svg",
            "mathjax_svg_display",
            "mathjax_chtml",
            "mjx-chtml",
            "mwe-math-element");
    /** Parts of all these names, so that most elements are no further examined. */
    private static final List<String> HINTS = List.of("ath", "katex", "mjx");

    private static final Set<String> DISPLAYED =
            Set.of("katex-display", "mathjax_display", "mathjax_svg_display", "mjx-full-width");
    private static final Set<String> TEX = Set.of("inline", "display", "notranslate");

    private Formula() {}

    /** Null if the element is not a formula; empty if it is one that another element has too. */
    static @Nullable String of(Element element) {
        return switch (element.normalName()) {
            case "math" -> TexMarkdown.formula(tex(element), isBlock(element));
            case "script" ->
                element.attr("type").startsWith("math/tex")
                        ? TexMarkdown.formula(
                                element.data(), element.attr("type").contains("mode=display"))
                        : null;
            case "mjx-container" -> rendered(element, element.attr("display").equals("true"));
            default -> element.attributesSize() == 0 ? null : named(element);
        };
    }

    private static @Nullable String named(Element element) {
        String names = element.className();
        if (HINTS.stream().noneMatch(names::contains)) {
            return null;
        }
        if (AttributeTokens.hasOneOf(names, RENDERED)) {
            return rendered(element, AttributeTokens.hasOneOf(names, DISPLAYED));
        }
        boolean isTex = element.hasClass("math")
                && AttributeTokens.hasOneOf(names, TEX)
                && element.childrenSize() == 0
                && !TexMarkdown.isDelimited(element.text().strip());
        return isTex ? TexMarkdown.formula(element.wholeText(), element.hasClass("display")) : null;
    }

    /** The source of what a script has set; null if it has left none. */
    private static @Nullable String rendered(Element element, boolean isDisplayed) {
        if (isFollowedBySource(element)) {
            return "";
        }
        Element math = element.selectFirst("math");
        if (math == null && element.hasAttr("data-mathml")) {
            math = Jsoup.parseBodyFragment(element.attr("data-mathml")).selectFirst("math");
        }
        Element latex = math == null ? element.selectFirst("[data-latex]") : null;
        if (latex != null) {
            return TexMarkdown.formula(latex.attr("data-latex"), isDisplayed);
        }
        return math == null ? null : TexMarkdown.formula(tex(math), isDisplayed || isBlock(math));
    }

    /** MathJax 2 puts its rendering before the script that has the source. */
    private static boolean isFollowedBySource(Element element) {
        Element next = element.nextElementSibling();
        for (int i = 0; i < 2 && next != null; i++) {
            if (next.attr("type").startsWith("math/tex")) {
                return true;
            }
            next = next.nextElementSibling();
        }
        return false;
    }

    private static boolean isBlock(Element math) {
        return math.attr("display").equals("block");
    }

    private static String tex(Element math) {
        Element annotation = math.selectFirst("annotation[encoding~=(?i)tex]");
        String tex = annotation == null ? math.attr("alttext") : annotation.wholeText();
        return tex.isBlank() ? MathMl.tex(new FormulaElement(math)) : tex;
    }
}
