package io.eventjobs.page.markdown;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Presentation MathML as TeX. The parser bounds the depth of a page, and so the recursion. */
final class MathMl {
    private static final Set<String> FUNCTIONS = Set.of(
            "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "log", "ln",
            "lg", "exp", "lim", "max", "min", "sup", "inf", "det", "dim", "ker", "gcd", "deg", "arg", "hom", "Pr");
    private static final Set<String> LIMITED = Set.of("∑", "∏", "∐", "⋃", "⋂", "lim", "max", "min", "sup", "inf");
    private static final Map<String, String> ACCENTS = Map.of(
            "^",
            "hat",
            "ˆ",
            "hat",
            "~",
            "tilde",
            "˜",
            "tilde",
            "¯",
            "overline",
            "‾",
            "overline",
            "→",
            "vec",
            "˙",
            "dot",
            "¨",
            "ddot");

    private MathMl() {}

    /** Empty if the element shows nothing. */
    static String tex(Element element) {
        return switch (element.normalName()) {
            case "mi" -> identifier(element.text().strip());
            case "mo" -> operator(element.text().strip());
            case "mn" -> escaped(element.text().strip());
            case "mtext", "ms" -> element.text().isBlank() ? " " : "\\text{" + escaped(element.text()) + "}";
            case "mspace" -> " ";
            case "mphantom", "annotation", "annotation-xml", "none", "mprescripts" -> "";
            case "semantics" -> child(element, 0);
            case "mfrac" -> "\\frac{" + child(element, 0) + "}{" + child(element, 1) + "}";
            case "msqrt" -> "\\sqrt{" + children(element) + "}";
            case "mroot" -> "\\sqrt[" + child(element, 1) + "]{" + child(element, 0) + "}";
            case "msub" -> base(element) + "_{" + child(element, 1) + "}";
            case "msup" -> base(element) + "^{" + child(element, 1) + "}";
            case "msubsup", "munderover" -> base(element) + "_{" + child(element, 1) + "}^{" + child(element, 2) + "}";
            case "munder" -> under(element);
            case "mover" -> over(element);
            case "mfenced" -> fenced(element);
            case "mtable" ->
                "\\begin{matrix}"
                        + element.children().stream().map(MathMl::row).collect(Collectors.joining(" \\\\ "))
                        + "\\end{matrix}";
            default -> element.childrenSize() == 0 ? escaped(element.text().strip()) : children(element);
        };
    }

    private static String children(Element element) {
        return element.children().stream().map(MathMl::tex).collect(Collectors.joining());
    }

    private static String child(Element element, int index) {
        return index < element.childrenSize() ? tex(element.child(index)).strip() : "";
    }

    /** What a script is added to; more than one thing is grouped. */
    private static String base(Element element) {
        String base = child(element, 0);
        boolean isOne = base.codePointCount(0, base.length()) == 1 || base.matches("\\\\[A-Za-z]+");
        return isOne ? base : "{" + base + "}";
    }

    private static String under(Element element) {
        String base = child(element, 0);
        return LIMITED.contains(base.replace("\\", ""))
                ? base + "_{" + child(element, 1) + "}"
                : "\\underset{" + child(element, 1) + "}{" + base + "}";
    }

    private static String over(Element element) {
        String above = element.childrenSize() > 1 ? element.child(1).text().strip() : "";
        String accent = ACCENTS.get(above);
        return accent == null
                ? "\\overset{" + child(element, 1) + "}{" + child(element, 0) + "}"
                : "\\" + accent + "{" + child(element, 0) + "}";
    }

    private static String fenced(Element element) {
        String open = element.hasAttr("open") ? element.attr("open") : "(";
        String close = element.hasAttr("close") ? element.attr("close") : ")";
        String separator =
                element.hasAttr("separators") ? element.attr("separators").strip() : ",";
        return operator(open)
                + element.children().stream()
                        .map(MathMl::tex)
                        .collect(Collectors.joining(separator.isEmpty() ? "" : operator(separator.substring(0, 1))))
                + operator(close);
    }

    private static String row(Element row) {
        return row.children().stream().map(MathMl::children).collect(Collectors.joining(" & "));
    }

    private static String identifier(String name) {
        if (name.length() < 2 || name.codePointCount(0, name.length()) == 1) {
            return escaped(name);
        }
        return FUNCTIONS.contains(name) ? "\\" + name + " " : "\\mathrm{" + escaped(name) + "}";
    }

    private static String operator(String sign) {
        return switch (sign) {
            case "\u2061", "\u2062", "\u2063", "\u2064" -> "";
            case "−" -> "-";
            case "…" -> "\\dots ";
            default -> FUNCTIONS.contains(sign) ? "\\" + sign + " " : escaped(sign);
        };
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append("{}$%#&_".indexOf(c) >= 0 ? "\\" : "").append(c == '\\' ? "\\backslash " : c);
        }
        return escaped.toString();
    }
}
