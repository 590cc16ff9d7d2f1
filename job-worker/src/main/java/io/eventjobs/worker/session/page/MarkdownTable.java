package io.eventjobs.worker.session.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers the cells of one table and writes them as a GFM table: spans repeated as empty cells, a header made if none is there. */
final class MarkdownTable {
    private static final int WIDEST = 60;
    private static final int MOST_ROWS = 5_000;
    private static final int LONGEST_SPAN = 60;

    private final List<List<String>> rows = new ArrayList<>();
    private final int[] covered = new int[WIDEST];
    private List<String> row = new ArrayList<>();
    private boolean headerSeen;

    void beginRow() {
        row = new ArrayList<>();
        cover();
    }

    void cell(String content, boolean header, int columns, int lines) {
        headerSeen |= header && rows.isEmpty();
        int from = row.size();
        for (int i = 0; i < Math.min(columns, LONGEST_SPAN) && row.size() < WIDEST; i++) {
            row.add(i == 0 ? content : "");
        }
        for (int column = from; column < row.size(); column++) {
            covered[column] = Math.max(0, Math.min(lines, LONGEST_SPAN) - 1);
        }
        cover();
    }

    void endRow() {
        boolean blank = row.stream().allMatch(String::isBlank);
        if (!blank && rows.size() < MOST_ROWS) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }

    /** Columns that a cell of an earlier row reaches into. */
    private void cover() {
        while (row.size() < WIDEST && covered[row.size()] > 0) {
            covered[row.size()]--;
            row.add("");
        }
    }

    String markdown() {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        if (width == 0) {
            return "";
        }
        StringBuilder table = new StringBuilder();
        List<String> header = headerSeen ? rows.getFirst() : List.of();
        line(table, header, width);
        String[] rule = new String[width];
        Arrays.fill(rule, "---");
        line(table, List.of(rule), width);
        rows.subList(headerSeen ? 1 : 0, rows.size()).forEach(cells -> line(table, cells, width));
        return table.toString();
    }

    private static void line(StringBuilder table, List<String> cells, int width) {
        for (int i = 0; i < width; i++) {
            table.append(i == 0 ? "| " : " | ").append(i < cells.size() ? cells.get(i) : "");
        }
        table.append(" |\n");
    }
}
