package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Formulas as TeX between dollar signs, from what MathML, KaTeX and MathJax leave in a page. */
final class Formula {
    private static final int MAX_LENGTH = 4_000;

    private Formula() {}

    /** Null if the element is no formula. */
    static @Nullable String of(Element element) {
        String name = element.normalName();
        if (name.equals("math")) {
            String tex = tex(element);
            return tex.isEmpty()
                    ? Escape.text(element.text())
                    : between(tex, element.attr("display").equals("block"));
        }
        if (name.equals("script") && element.attr("type").startsWith("math/tex")) {
            return between(element.data(), element.attr("type").contains("mode=display"));
        }
        return null;
    }

    private static String tex(Element math) {
        Element annotation = math.selectFirst("annotation[encoding~=(?i)tex]");
        return (annotation == null ? math.attr("alttext") : annotation.wholeText()).strip();
    }

    /** TeX that can neither end the formula nor be taken for HTML or a link by a renderer that knows no formulas. */
    private static String between(String tex, boolean display) {
        String line = tex.substring(0, Math.min(tex.length(), MAX_LENGTH))
                .replaceAll("\\s+", " ")
                .strip()
                .replace("$", "")
                .replace("<", "\\lt ")
                .replace(">", "\\gt ")
                .replace("`", "'")
                .replace("](", "] (")
                .replace("![", "! [");
        if (line.isEmpty()) {
            return "";
        }
        return display ? "$$" + line + "$$" : "$" + line + "$";
    }
}
