package io.eventjobs.page.markdown;

import io.eventjobs.page.dom.AttributeTokens;
import io.eventjobs.page.dom.BlockElements;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Code as written, without line numbers, in a fence or span that the code itself cannot end. */
final class CodeText implements NodeFilter {
    private static final Set<String> GUTTERS = Set.of(
            "gutter",
            "lineno",
            "linenos",
            "linenodiv",
            "line-numbers",
            "line-number",
            "linenumber",
            "linenumbers",
            "blob-num",
            "rouge-gutter",
            "code-gutter",
            "hljs-ln-numbers",
            "copy-button",
            "copybtn",
            "ln",
            "lnt");
    private static final List<String> PREFIXES = List.of(
            "language-",
            "lang-",
            "highlight-source-",
            "highlight-text-",
            "sourcecode-",
            "brush-",
            "src-",
            "highlight-");
    private static final Set<String> NO_LANGUAGES =
            Set.of("default", "none", "auto", "plain", "source", "text-wrapper");

    private final StringBuilder text = new StringBuilder();
    private final Set<Element> dropped;

    private CodeText(Set<Element> dropped) {
        this.dropped = dropped;
    }

    /** The whole code with its white space; child elements that represent lines become lines. */
    static String of(Element element, Set<Element> dropped) {
        CodeText code = new CodeText(dropped);
        NodeTraversor.filter(code, element);
        return code.text.toString().replace("\r\n", "\n").replace('\r', '\n');
    }

    /** As a fenced block. */
    static String fenced(Element pre, Set<Element> dropped) {
        String code = withoutEmptyEnds(of(pre, dropped));
        if (code.isBlank()) {
            return "";
        }
        String fence = "`".repeat(Math.max(3, maxRun(code) + 1));
        return fence + language(pre) + "\n" + code + "\n" + fence;
    }

    /** As an inline span. */
    static String span(String code) {
        String line = code.replaceAll("[\\s\\u0085\\u2028\\u2029]+", " ");
        if (line.isBlank()) {
            return line.isEmpty() ? "" : " ";
        }
        String words = line.strip();
        String before = line.startsWith(" ") ? " " : "";
        String after = line.endsWith(" ") ? " " : "";
        String fence = "`".repeat(maxRun(words) + 1);
        String pad = words.startsWith("`") || words.endsWith("`") ? " " : "";
        return before + fence + pad + words + pad + fence + after;
    }

    static boolean isGutter(Element element) {
        return element.attributesSize() > 0 && AttributeTokens.hasOneOf(element.className(), GUTTERS);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)
                || dropped.contains(element)
                || ElementKinds.isUnwritten(element)
                || depth > 0 && isGutter(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.normalName().equals("br")) {
            text.append('\n');
        } else if (depth > 0 && BlockElements.isBlock(element)) {
            newLine();
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (depth > 0 && node instanceof Element element && BlockElements.isBlock(element)) {
            newLine();
        }
        return FilterResult.CONTINUE;
    }

    private void newLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private static String withoutEmptyEnds(String code) {
        int start = 0;
        for (int i = 0; i < code.length() && Character.isWhitespace(code.charAt(i)); i++) {
            start = code.charAt(i) == '\n' ? i + 1 : start;
        }
        return code.substring(start).stripTrailing();
    }

    private static int maxRun(String code) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < code.length(); i++) {
            run = code.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** The language, declared on the block, on the code inside it, or on the box around it. */
    private static String language(Element pre) {
        Element inner = pre.childrenSize() > 0 ? pre.child(0) : pre;
        Element outer = pre.parent() == null ? pre : pre.parent();
        Element box = outer.parent() == null ? outer : outer.parent();
        for (Element element : List.of(pre, inner, outer, box)) {
            String language = named(element);
            if (!language.isEmpty()) {
                return language;
            }
        }
        return "";
    }

    private static String named(Element element) {
        for (String attribute : List.of("data-lang", "data-language", "data-code-language")) {
            if (isLanguage(element.attr(attribute).strip())) {
                return element.attr(attribute).strip().toLowerCase(Locale.ROOT);
            }
        }
        String names = element.className()
                .toLowerCase(Locale.ROOT)
                .replace("brush: ", "brush-")
                .replace("brush:", "brush-");
        for (String name : names.split("[\\s;]+")) {
            for (String prefix : PREFIXES) {
                if (name.startsWith(prefix) && isLanguage(name.substring(prefix.length()))) {
                    return name.substring(prefix.length());
                }
            }
        }
        return "";
    }

    private static boolean isLanguage(String name) {
        return !name.isEmpty()
                && !NO_LANGUAGES.contains(name)
                && name.length() <= 20
                && name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+#-_.".indexOf(c) >= 0));
    }
}
