package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;
import io.eventjobs.page.dom.AttributeTokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Text in which a script of the page, MathJax or KaTeX, sets TeX between delimiters: the TeX is written unchanged. */
final class TexText {
    private static final int MAX_SCRIPTS = 200;
    private static final int MAX_MISSING = 50;
    private static final Set<String> MATH = Set.of("math", "arithmatex", "tex2jax_process", "mathjax_process");
    private static final Set<String> NO_MATH = Set.of("tex2jax_ignore", "mathjax_ignore", "no-mathjax");
    private static final Set<String> SETTERS = Set.of("MathJax", "mathjax", "katex", "renderMathInElement");

    /** A configuration that has a single dollar sign as a delimiter, for it usually means money. */
    private static final Pattern DOLLAR =
            Pattern.compile("inlineMath[^;]{0,200}?[\"']\\$[\"']|left[\"']?\\s*+:\\s*+[\"']\\$[\"']");

    private static final Pattern START =
            Pattern.compile("\\\\\\(|\\\\\\[|\\$\\$|\\\\\\$|\\$|\\\\begin\\{([A-Za-z]+\\*?)\\}");

    private final @Nullable Document page;
    private @Nullable Setting setting;

    private TexText(@Nullable Document page) {
        this.page = page;
    }

    /** @param hasDollar whether a single dollar sign is a delimiter */
    private record Setting(boolean isLoaded, boolean hasDollar) {
        static Setting of(Document page) {
            List<Element> scripts =
                    page.getElementsByTag("script").stream().limit(MAX_SCRIPTS).toList();
            boolean isLoaded =
                    scripts.stream().anyMatch(script -> isSetter(script.attr("src")) || isSetter(script.data()));
            boolean hasDollar = isLoaded
                    && scripts.stream()
                            .anyMatch(script -> DOLLAR.matcher(script.data()).find());
            return new Setting(isLoaded, hasDollar);
        }

        private static boolean isSetter(String script) {
            return SETTERS.stream().anyMatch(script::contains);
        }
    }

    /** For elements of a page, whose scripts say how its text is read. */
    static TexText of(List<Element> roots) {
        return new TexText(roots.isEmpty() ? null : roots.getFirst().ownerDocument());
    }

    /** Examined when first needed: few pages have a text with a delimiter in it, and scripts are long. */
    private Setting setting() {
        if (setting == null) {
            setting = page == null ? new Setting(false, false) : Setting.of(page);
        }
        return setting;
    }

    /** Writes a text of the page, with formulas where the page has some. */
    void write(TextNode node, InlineBuffer inline, Style style) {
        String text = node.getWholeText();
        if (!isRead(node, text)) {
            inline.words(text, style);
            return;
        }
        Set<String> missing = new HashSet<>();
        Matcher start = START.matcher(text);
        int at = 0;
        while (missing.size() < MAX_MISSING && start.find(at)) {
            String end = end(start);
            int close = end.isEmpty() || missing.contains(end) ? -1 : text.indexOf(end, start.end());
            if (close < 0) {
                missing.add(end);
                inline.words(text.substring(at, start.end()), style);
                at = start.end();
            } else {
                inline.words(text.substring(at, start.start()), style);
                inline.raw(formula(start.group(), text.substring(start.end(), close), end), style);
                at = close + end.length();
            }
        }
        inline.words(text.substring(at), style);
    }

    private boolean isRead(TextNode node, String text) {
        boolean isDelimited = text.indexOf('\\') >= 0 || text.indexOf('$') >= 0;
        if (!isDelimited || !(node.parent() instanceof Element parent)) {
            return false;
        }
        return (AttributeTokens.hasOneOf(parent.className(), MATH) || setting().isLoaded())
                && !AttributeTokens.hasOneOf(parent.className(), NO_MATH);
    }

    /** The delimiter that ends a formula; empty if the text starts none. */
    private String end(Matcher start) {
        return switch (start.group()) {
            case "\\(" -> "\\)";
            case "\\[" -> "\\]";
            case "$$" -> "$$";
            case "$" -> setting().hasDollar() ? "$" : "";
            case "\\$" -> "";
            default -> "\\end{" + start.group(1) + "}";
        };
    }

    private static String formula(String start, String tex, String end) {
        if (tex.isBlank()) {
            return Escape.text(start + tex + end);
        }
        String before = Character.isWhitespace(tex.charAt(0)) ? " " : "";
        String after = Character.isWhitespace(tex.charAt(tex.length() - 1)) ? " " : "";
        return start + before + TexMarkdown.line(tex) + after + end;
    }
}
