package io.eventjobs.page.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A data table as rows of equal length. A cell that spans rows is repeated in each; one that spans columns appears in the first column
 * only, and a column in which no cell starts is none.
 */
final class TableGrid {
    private static final int MAX_COLUMNS = 60;
    private static final int MAX_SPAN = 1_000;
    private static final int MAX_CELLS = 100_000;

    /** Characters repeated in spanned rows; beyond this limit the table would grow without adding information. */
    private static final int MAX_REPEATED = 100_000;

    private final List<List<String>> rows = new ArrayList<>();
    private boolean headed;
    private int columns;
    private int cells;
    private int repeated;

    private TableGrid() {}

    /** Writes a GFM table; empty if the table has no content. @param write a cell's Markdown, on one line */
    static String markdown(Element table, Set<Element> dropped, Function<Element, String> write) {
        TableGrid grid = new TableGrid();
        grid.fill(rows(table, dropped), dropped, write);
        return grid.markdown();
    }

    /** The rows of a table as displayed, the foot last, without those of nested tables. */
    static List<Element> rows(Element table, Set<Element> dropped) {
        List<Element> rows = new ArrayList<>();
        List<Element> foot = new ArrayList<>();
        for (Element part : table.children()) {
            if (dropped.contains(part)) {
                continue;
            }
            switch (part.normalName()) {
                case "tr" -> rows.add(part);
                case "thead", "tbody" -> rows.addAll(rowsOf(part, dropped));
                case "tfoot" -> foot.addAll(rowsOf(part, dropped));
                default -> {}
            }
        }
        rows.addAll(foot);
        return rows;
    }

    private static List<Element> rowsOf(Element part, Set<Element> dropped) {
        return part.children().stream()
                .filter(row -> row.normalName().equals("tr") && !dropped.contains(row))
                .toList();
    }

    static List<Element> cells(Element row, Set<Element> dropped) {
        return row.children().stream()
                .filter(cell ->
                        (cell.normalName().equals("td") || cell.normalName().equals("th")) && !dropped.contains(cell))
                .toList();
    }

    static int span(Element cell, String attribute) {
        return Math.clamp(OpenList.number(cell.attr(attribute), 1), 1, MAX_SPAN);
    }

    private void fill(List<Element> sources, Set<Element> dropped, Function<Element, String> write) {
        List<@Nullable Hanging> hanging = new ArrayList<>();
        for (Element source : sources) {
            List<String> row = new ArrayList<>();
            for (Element cell : cells(source, dropped)) {
                hang(row, hanging);
                place(row, hanging, write.apply(cell).replace("|", "\\|"), cell);
            }
            hang(row, hanging);
            add(row, source, dropped);
        }
    }

    /** Cells from rows above that extend into this row at the next columns. */
    private void hang(List<String> row, List<@Nullable Hanging> hanging) {
        while (row.size() < hanging.size()) {
            Hanging above = hanging.get(row.size());
            if (above == null || above.left == 0) {
                return;
            }
            above.left--;
            repeated += above.text.length();
            row.add(repeated > MAX_REPEATED ? "" : above.text);
            cells++;
        }
    }

    private void place(List<String> row, List<@Nullable Hanging> hanging, String text, Element cell) {
        int wide = cells > MAX_CELLS ? 1 : Math.min(span(cell, "colspan"), Math.max(1, MAX_COLUMNS - row.size()));
        int high = cells > MAX_CELLS ? 1 : span(cell, "rowspan");
        columns = Math.max(columns, row.size() + 1);
        for (int i = 0; i < wide; i++) {
            while (hanging.size() <= row.size()) {
                hanging.add(null);
            }
            hanging.set(row.size(), high > 1 ? new Hanging(i == 0 ? text : "", high - 1) : null);
            row.add(i == 0 ? text : "");
            cells++;
        }
    }

    private void add(List<String> row, Element source, Set<Element> dropped) {
        if (row.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (rows.isEmpty()) {
            boolean head =
                    source.parent() != null && source.parent().normalName().equals("thead");
            List<Element> cells = cells(source, dropped);
            headed = head || cells.stream().allMatch(cell -> cell.normalName().equals("th"));
        }
        rows.add(row);
    }

    private String markdown() {
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder();
        List<String> head = headed ? rows.getFirst() : List.of();
        line(table, head, "");
        line(table, List.of(), "---");
        for (List<String> row : rows.subList(headed ? 1 : 0, rows.size())) {
            line(table, row, "");
        }
        return table.substring(0, table.length() - 1);
    }

    private void line(StringBuilder table, List<String> row, String otherwise) {
        table.append('|');
        for (int i = 0; i < columns; i++) {
            String cell = i < row.size() ? row.get(i) : otherwise;
            table.append(' ').append(cell).append(cell.isEmpty() ? "|" : " |");
        }
        table.append('\n');
    }

    /** A cell that extends into rows below. */
    private static final class Hanging {
        private final String text;
        private int left;

        private Hanging(String text, int left) {
            this.text = text;
            this.left = left;
        }
    }
}
