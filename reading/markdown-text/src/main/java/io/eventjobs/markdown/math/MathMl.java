package io.eventjobs.markdown.math;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Presentation MathML as TeX. Unknown elements count as what they contain. Recursive: whoever parses the formula bounds its depth. Pure.
 */
public final class MathMl {
    private MathMl() {}

    /** As TeX; empty if it says nothing. */
    public static String tex(MathElement math) {
        return element(math).replaceAll("\\s+", " ").strip();
    }

    private static String element(MathElement part) {
        List<? extends MathElement> parts = part.children();
        return switch (part.localName()) {
            case "mi" -> identifier(part.text().strip());
            case "mn" -> Tex.characters(part.text().strip());
            case "mo" -> operator(part.text().strip());
            case "mtext" -> Tex.words(part.text());
            case "ms" -> Tex.words("\"" + part.text() + "\"");
            case "mspace" -> " ";
            case "annotation", "annotation-xml", "mphantom", "none", "mprescripts" -> "";
            case "semantics" -> of(parts, 0);
            case "mfrac" -> Tex.fraction(of(parts, 0), of(parts, 1));
            case "msup" -> Tex.scripts(of(parts, 0), "", of(parts, 1));
            case "msub" -> Tex.scripts(of(parts, 0), of(parts, 1), "");
            case "msubsup" -> Tex.scripts(of(parts, 0), of(parts, 1), of(parts, 2));
            case "msqrt" -> Tex.root("", inner(part));
            case "mroot" -> Tex.root(of(parts, 1), of(parts, 0));
            case "mover" -> over(of(parts, 0), of(parts, 1));
            case "munder" -> under(of(parts, 0), of(parts, 1));
            case "munderover" -> Tex.scripts(Tex.operator(of(parts, 0)), of(parts, 1), of(parts, 2)) + " ";
            case "mfenced" -> fenced(part);
            case "mtable" ->
                Tex.matrix(parts.stream()
                        .map(row -> row.children().stream().map(MathMl::element).toList())
                        .toList());
            default -> inner(part);
        };
    }

    private static String identifier(String name) {
        return name.codePointCount(0, name.length()) > 1 ? Tex.function(Tex.characters(name)) : Tex.characters(name);
    }

    private static String operator(String sign) {
        return switch (sign) {
            case "{", "}" -> "\\" + sign;
            case "−" -> "-";
            case "…" -> "\\dots ";
            default -> Tex.isLargeOperator(sign) ? Tex.operator(sign) + " " : identifier(sign);
        };
    }

    private static String over(String base, String above) {
        return Tex.isAccent(above) || Tex.isAccent(above.replace("\\hat{}", "^").replace("\\sim", "~"))
                ? Tex.accent(above.strip().replace("\\hat{}", "^").replace("\\sim", "~"), base)
                : Tex.isLargeOperator(base) ? Tex.scripts(base, "", above) : Tex.above(base, above);
    }

    private static String under(String base, String below) {
        return below.strip().equals("\\_") || below.strip().equals("\u23df")
                ? Tex.accent(below.strip().replace("\\_", "_"), base)
                : Tex.below(base, below);
    }

    private static String fenced(MathElement fenced) {
        String separator = fenced.has("separators") ? fenced.attribute("separators") : ",";
        String inner = fenced.children().stream()
                .map(MathMl::element)
                .collect(Collectors.joining(separator.isEmpty() ? "" : separator.substring(0, 1) + " "));
        String open = fenced.has("open") ? fenced.attribute("open") : "(";
        String close = fenced.has("close") ? fenced.attribute("close") : ")";
        return Tex.fenced(open, inner, close);
    }

    private static String inner(MathElement parent) {
        if (parent.children().isEmpty()) {
            return Tex.characters(parent.text().strip());
        }
        StringBuilder tex = new StringBuilder();
        for (MathElement child : parent.children()) {
            tex.append(element(child));
        }
        return tex.toString();
    }

    private static String of(List<? extends MathElement> parts, int index) {
        return index < parts.size() ? element(parts.get(index)) : "";
    }
}
