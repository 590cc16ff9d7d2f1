package io.eventjobs.page.markdown;

import io.eventjobs.page.dom.AttributeTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Code as a table with a row for each line, most often with its number in a cell of its own. */
final class CodeTable {
    private static final Set<String> LINE_NAMES = Set.of(
            "blob-code",
            "blob-code-inner",
            "js-file-line",
            "hljs-ln-code",
            "hljs-ln-line",
            "line-code",
            "code-line",
            "line-content",
            "line_content",
            "source-line",
            "code");
    private static final Set<String> TABLE_NAMES =
            Set.of("highlighttable", "hljs-ln", "codehilitetable", "rouge-table", "syntaxhighlighter");
    private static final int MAX_DIGITS = 6;

    private CodeTable() {}

    /**
     * @param number whether the row has a cell for its number, and nothing else but the code
     * @param sure whether this is code by the names of its cells or by its elements
     */
    private record Line(String text, boolean number, boolean sure) {}

    /** As a fenced block; null if the table is not code. */
    static @Nullable String fenced(Element table, Set<Element> dropped) {
        List<Line> lines = new ArrayList<>();
        for (Element row : TableGrid.rows(table, dropped)) {
            Line line = line(row, dropped);
            if (line == null) {
                return null;
            }
            lines.add(line);
        }
        boolean isNumbered = lines.stream().allMatch(Line::number);
        boolean isSure = AttributeTokens.hasOneOf(table.className(), TABLE_NAMES)
                || lines.stream().allMatch(Line::sure);
        List<String> texts = lines.stream().map(Line::text).toList();
        return lines.isEmpty() || !isSure || !isNumbered && lines.size() < 2
                ? null
                : CodeText.fenced(String.join("\n", texts).stripTrailing(), CodeLanguage.of(table));
    }

    private static @Nullable Line line(Element row, Set<Element> dropped) {
        Element code = null;
        boolean isNumbered = false;
        boolean isMarked = false;
        for (Element cell : TableGrid.cells(row, dropped)) {
            if (isMarkedNumber(cell) || isNumber(cell)) {
                isNumbered = true;
                isMarked |= isMarkedNumber(cell);
            } else if (code != null || cell.normalName().equals("th")) {
                return null;
            } else {
                code = cell;
            }
        }
        if (code == null) {
            return null;
        }
        boolean isNamed = AttributeTokens.hasOneOf(code.className(), LINE_NAMES);
        if (!isNumbered && !isNamed) {
            return null;
        }
        Element only = only(code);
        String text = CodeText.of(only == null ? code : only, dropped);
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return line.indexOf('\n') < 0
                ? new Line(line.stripTrailing(), isNumbered, isMarked || isNamed || only != null)
                : null;
    }

    private static boolean isMarkedNumber(Element cell) {
        return CodeText.isGutter(cell) || cell.hasAttr("data-line-number") && cell.childrenSize() == 0;
    }

    private static boolean isNumber(Element cell) {
        String text = cell.childNodeSize() > 3 ? "" : cell.text().strip();
        return !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The code element that is all of a cell; null if there is none. */
    private static @Nullable Element only(Element cell) {
        Element child = cell.childrenSize() == 1 ? cell.child(0) : null;
        boolean isCode = child != null && Set.of("pre", "code").contains(child.normalName());
        return isCode && cell.ownText().isBlank() ? child : null;
    }
}
