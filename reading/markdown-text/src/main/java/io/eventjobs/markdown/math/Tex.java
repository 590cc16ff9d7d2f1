package io.eventjobs.markdown.math;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the parts of a formula as TeX. Symbols stay the characters they are; only structure becomes commands. Pure. */
public final class Tex {
    private static final Set<String> FUNCTIONS = Set.of(
            "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan",
            "log", "ln", "lg", "exp", "lim", "max", "min", "sup", "inf", "det", "dim", "ker", "arg", "deg", "gcd",
            "hom", "Pr");

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("∑", "\\sum"),
            Map.entry("∏", "\\prod"),
            Map.entry("∐", "\\coprod"),
            Map.entry("∫", "\\int"),
            Map.entry("∬", "\\iint"),
            Map.entry("∭", "\\iiint"),
            Map.entry("∮", "\\oint"),
            Map.entry("⋃", "\\bigcup"),
            Map.entry("⋂", "\\bigcap"),
            Map.entry("⋁", "\\bigvee"),
            Map.entry("⋀", "\\bigwedge"),
            Map.entry("⨁", "\\bigoplus"),
            Map.entry("⨂", "\\bigotimes"));

    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("\u0302", "\\hat"),
            Map.entry("^", "\\hat"),
            Map.entry("\u02c6", "\\hat"),
            Map.entry("\u0303", "\\tilde"),
            Map.entry("~", "\\tilde"),
            Map.entry("\u02dc", "\\tilde"),
            Map.entry("\u0304", "\\bar"),
            Map.entry("\u0305", "\\overline"),
            Map.entry("\u00af", "\\overline"),
            Map.entry("\u203e", "\\overline"),
            Map.entry("\u0332", "\\underline"),
            Map.entry("_", "\\underline"),
            Map.entry("\u0307", "\\dot"),
            Map.entry("\u02d9", "\\dot"),
            Map.entry("\u0308", "\\ddot"),
            Map.entry("\u00a8", "\\ddot"),
            Map.entry("\u20db", "\\dddot"),
            Map.entry("\u20d7", "\\vec"),
            Map.entry("\u2192", "\\vec"),
            Map.entry("\u030c", "\\check"),
            Map.entry("\u0306", "\\breve"),
            Map.entry("\u0300", "\\grave"),
            Map.entry("\u0301", "\\acute"),
            Map.entry("\u23de", "\\overbrace"),
            Map.entry("\u23df", "\\underbrace"));

    private static final Map<String, String> MATRICES =
            Map.of("()", "pmatrix", "[]", "bmatrix", "||", "vmatrix", "‖‖", "Vmatrix");
    private static final Pattern TALL = Pattern.compile("\\\\(?:frac|sum|prod|int|begin|sqrt|underset|overset|atop)");
    private static final Pattern COMMAND = Pattern.compile("\\\\[a-zA-Z]+");
    private static final Pattern MATRIX = Pattern.compile("\\\\begin\\{matrix}(.*)\\\\end\\{matrix}", Pattern.DOTALL);
    private static final Pattern ALIGNED =
            Pattern.compile("\\\\begin\\{aligned}(.*)\\\\end\\{aligned}", Pattern.DOTALL);

    private Tex() {}

    /** Characters of a formula, with those escaped that are commands; letters of mathematical alphabets become plain ones. */
    public static String characters(String text) {
        StringBuilder tex = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> tex.append(
                        switch (c) {
                            case '\\' -> "\\backslash ";
                            case '{', '}', '$', '#', '%', '&', '_' -> "\\" + (char) c;
                            case '^' -> "\\hat{}";
                            case '~' -> "\\sim ";
                            case '\n', '\r', '\t' -> " ";
                            case '\u2061', '\u2062', '\u2063', '\u2064', '\u200b' -> "";
                            default -> plain(c);
                        }));
        return tex.toString();
    }

    /** Ordinary words within a formula. */
    public static String words(String text) {
        return text.isBlank() ? " " : "\\text{" + characters(text) + "}";
    }

    private static String plain(int c) {
        String same = Character.toString(c);
        return c >= 0x1d400 && c <= 0x1d7ff || c == 0x210e ? Normalizer.normalize(same, Normalizer.Form.NFKC) : same;
    }

    public static String fraction(String over, String under) {
        return "\\frac{" + over.strip() + "}{" + under.strip() + "}";
    }

    /** A base with an index, an exponent, or both; empty ones are left out. */
    public static String scripts(String base, String sub, String sup) {
        return base(base) + (sub.isBlank() ? "" : "_" + argument(sub)) + (sup.isBlank() ? "" : "^" + argument(sup));
    }

    public static String root(String degree, String of) {
        return "\\sqrt" + (degree.isBlank() ? "" : "[" + degree.strip() + "]") + "{" + of.strip() + "}";
    }

    /** A sum, an integral and the like, over what follows. */
    public static String over(String operator, String sub, String sup, String of) {
        String command = OPERATORS.getOrDefault(operator, operator);
        return command
                + (sub.isBlank() ? "" : "_" + argument(sub))
                + (sup.isBlank() ? "" : "^" + argument(sup))
                + (of.isBlank() ? "" : " " + of.strip());
    }

    public static boolean isLargeOperator(String operator) {
        return OPERATORS.containsKey(operator.strip()) || OPERATORS.containsValue(operator.strip());
    }

    /** The command of a large operator, or the text as it is. */
    public static String operator(String text) {
        return OPERATORS.getOrDefault(text.strip(), text);
    }

    /** The name of a function: a command if TeX has one. */
    public static String function(String name) {
        String plain = name.strip();
        if (FUNCTIONS.contains(plain)) {
            return "\\" + plain + " ";
        }
        return plain.matches("[A-Za-z]{2,}") ? "\\operatorname{" + plain + "}" : name;
    }

    public static boolean isFunction(String tex) {
        String name = tex.strip();
        return FUNCTIONS.contains(name) || name.startsWith("\\") && FUNCTIONS.contains(name.substring(1));
    }

    public static String accent(String mark, String of) {
        String command = ACCENTS.get(mark);
        return command == null ? above(of, mark) : command + "{" + of.strip() + "}";
    }

    public static boolean isAccent(String mark) {
        return ACCENTS.containsKey(mark.strip());
    }

    public static String above(String base, String over) {
        return "\\overset{" + over.strip() + "}{" + base.strip() + "}";
    }

    public static String below(String base, String under) {
        if (isFunction(base) || isLargeOperator(base)) {
            return base(base) + "_" + argument(under) + " ";
        }
        return "\\underset{" + under.strip() + "}{" + base.strip() + "}";
    }

    /** Between brackets, which grow with what they hold; brackets around a matrix belong to it. */
    public static String fenced(String open, String of, String close) {
        String inner = of.strip();
        var matrix = MATRIX.matcher(inner);
        String kind = MATRICES.get(open + close);
        if (kind != null
                && inner.startsWith("\\begin{matrix}")
                && matrix.matches()
                && !matrix.group(1).contains("\\begin")) {
            return "\\begin{" + kind + "}" + matrix.group(1) + "\\end{" + kind + "}";
        }
        var cases = ALIGNED.matcher(inner);
        if (open.equals("{")
                && close.isEmpty()
                && cases.matches()
                && !cases.group(1).contains("\\begin")) {
            return "\\begin{cases}" + cases.group(1) + "\\end{cases}";
        }
        boolean isOneSided = open.isEmpty() || close.isEmpty();
        if (isOneSided && open.equals(close)) {
            return of;
        }
        return TALL.matcher(inner).find() || isOneSided
                ? "\\left" + bracket(open) + " " + inner + " \\right" + bracket(close)
                : bracket(open).equals("\\{") || open.length() == 1
                        ? bracket(open) + inner + bracket(close)
                        : open + inner + close;
    }

    /** Rows of cells. */
    public static String matrix(List<List<String>> rows) {
        return environment(
                "matrix",
                rows.stream()
                        .map(row -> row.stream().map(String::strip).collect(Collectors.joining(" & ")))
                        .toList());
    }

    public static String lines(List<String> lines) {
        return environment("aligned", lines);
    }

    private static String environment(String name, List<String> rows) {
        return "\\begin{" + name + "} "
                + rows.stream().map(String::strip).collect(Collectors.joining(" \\\\ "))
                + " \\end{" + name + "}";
    }

    private static String bracket(String sign) {
        return switch (sign) {
            case "" -> ".";
            case "{" -> "\\{";
            case "}" -> "\\}";
            case "⟨", "〈", "<" -> "\\langle ";
            case "⟩", "〉", ">" -> "\\rangle ";
            case "‖" -> "\\|";
            default -> sign;
        };
    }

    private static String argument(String text) {
        String inner = text.strip();
        return inner.codePointCount(0, inner.length()) == 1 ? inner : "{" + inner + "}";
    }

    private static String base(String text) {
        String inner = text.strip();
        if (isFunction(inner)) {
            return function(inner.startsWith("\\") ? inner.substring(1) : inner).strip();
        }
        boolean isOne = inner.codePointCount(0, inner.length()) <= 1
                || COMMAND.matcher(inner).matches()
                || inner.startsWith("(") && inner.endsWith(")") && inner.indexOf(')') == inner.length() - 1;
        return isOne ? inner : "{" + inner + "}";
    }
}
