package io.eventjobs.page.markdown;

import io.eventjobs.page.dom.AttributeTokens;
import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.BoundedSearch;
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
    private static final Set<String> CODE = Set.of("pre", "code");
    private static final Set<String> HOLDERS = Set.of("ul", "ol", "table", "tbody", "tr");
    private static final int MAX_LABEL_LENGTH = 30;

    private final StringBuilder text = new StringBuilder();
    private final LineNumbers numbers = new LineNumbers();
    private final String language;
    private final Set<Element> dropped;

    private CodeText(String language, Set<Element> dropped) {
        this.language = language;
        this.dropped = dropped;
    }

    /** The whole code with its white space, without line numbers; child elements that represent lines become lines. */
    static String of(Element element, Set<Element> dropped) {
        return of(element, "", dropped);
    }

    /** @param language whose label before the code is left out; empty if there is none */
    private static String of(Element element, String language, Set<Element> dropped) {
        CodeText code = new CodeText(language, dropped);
        NodeTraversor.filter(code, element);
        return code.numbers.removedFrom(code.text).replace("\r\n", "\n").replace('\r', '\n');
    }

    /** As a fenced block. */
    static String fenced(Element pre, Set<Element> dropped) {
        String language = CodeLanguage.of(pre);
        return fenced(withoutEmptyEnds(of(code(pre), language, dropped)), language);
    }

    /** As a fenced block; empty if the code is. */
    static String fenced(String code, String language) {
        if (code.isBlank()) {
            return "";
        }
        String fence = "`".repeat(Math.max(3, maxRun(code) + 1));
        return fence + language + "\n" + code + "\n" + fence;
    }

    /** The code in a block, if all beside it is a short label or a button. */
    private static Element code(Element pre) {
        Element code = null;
        int besides = 0;
        for (Node child : pre.childNodes()) {
            if (child instanceof Element element && element.normalName().equals("code")) {
                if (code != null) {
                    return pre;
                }
                code = element;
            } else {
                besides += child instanceof TextNode words
                        ? words.getWholeText().strip().length()
                        : child instanceof Element element ? element.text().length() : 0;
            }
        }
        return code == null || besides > MAX_LABEL_LENGTH ? pre : code;
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

    /** A line of a block as an inline span, with its indentation; empty for an empty line. */
    static String lineSpan(String line) {
        String span = span(line.strip());
        int indent = line.length() - line.stripLeading().length();
        int fence = 0;
        while (fence < span.length() && span.charAt(fence) == '`') {
            fence++;
        }
        return span.substring(0, fence) + " ".repeat(fence == 0 ? 0 : indent) + span.substring(fence);
    }

    static boolean isGutter(Element element) {
        return element.attributesSize() > 0 && AttributeTokens.hasOneOf(element.className(), GUTTERS);
    }

    /** Whether the code is nothing but the numbers of the lines of a block beside it. */
    static boolean isNumbersOnly(Element pre, Set<Element> dropped) {
        List<String> lines = of(pre, dropped).strip().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).strip().equals(String.valueOf(i + 1))) {
                return false;
            }
        }
        return lines.size() > 1 && isBesideCode(pre, lines.size(), dropped);
    }

    private static boolean isBesideCode(Element numbers, int lines, Set<Element> dropped) {
        Element at = numbers;
        for (int up = 0; up < 3 && at != null; up++) {
            Element next = at.nextElementSibling();
            Element code = next == null ? null : BoundedSearch.first(next, each -> CODE.contains(each.normalName()));
            if (code != null) {
                return of(code, dropped).stripTrailing().lines().count() == lines;
            }
            at = at.parent();
        }
        return false;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            if (!isLayout(words)) {
                text.append(words.getWholeText());
            }
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)
                || dropped.contains(element)
                || ElementKinds.isUnwritten(element)
                || depth > 0 && isGutter(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (depth > 0 && (isLabel(element) || numbers.found(element, text))) {
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

    /** A label with the language, which the fence names. */
    private boolean isLabel(Element element) {
        if (language.isEmpty() || text.length() > MAX_LABEL_LENGTH || element.childNodeSize() > 3) {
            return false;
        }
        String names = element.className().toLowerCase(Locale.ROOT);
        boolean isMarked = BlockElements.isBlock(element) || names.contains("lang") || names.contains("label");
        return isMarked && element.text().strip().equalsIgnoreCase(language);
    }

    /** White space between items or rows, which is not displayed. */
    private static boolean isLayout(TextNode words) {
        return words.isBlank() && words.parent() instanceof Element parent && HOLDERS.contains(parent.normalName());
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
}
