package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Formulas as TeX between dollar signs, from the markup of MathML, KaTeX and MathJax. */
final class Formula {
    private static final int MAX_LENGTH = 4_000;

    private Formula() {}

    /** Null if the element is not a formula. */
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

    /** TeX escaped so that it can neither end the formula nor be read as HTML or a link by a renderer without formula support. */
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
