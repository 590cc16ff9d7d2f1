package io.eventjobs.document.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds tables by layout and drawing order: lines with short cells in common columns, drawn row by row. Columns of running text are drawn
 * one after the other. A table without these properties is read as columns.
 */
final class TableFinder {
    private static final float NARROWEST_GUTTER = 0.5f;
    private static final int MAX_CELL_CHARACTERS = 70;
    private static final float FARTHEST_ROW = 4;
    private static final float FARTHEST_PART = 2.2f;
    private static final int MAX_ROWS = 300;

    private TableFinder() {}

    /** The table that starts at a line; without rows if there is none. */
    static Found at(List<List<TextFragment>> lines, int first) {
        if (lines.get(first).size() < 2) {
            return Found.NONE;
        }
        List<List<TextFragment>> rows = rows(lines, first);
        List<TextFragment> all = flat(rows);
        List<Gutters.Gutter> gutters = gutters(all);
        int minRows = gutters.size() >= 2 ? 2 : 3;
        long full = rows.stream().filter(row -> row.size() >= 2).count();
        boolean isTable =
                !gutters.isEmpty() && full >= minRows && isShort(all) && isDrawnByRows(all, gutters) && !isList(all);
        return isTable ? new Found(rows.size(), all, grid(rows, gutters)) : Found.NONE;
    }

    /** Consecutive lines that fit the first line's columns and are close together. */
    private static List<List<TextFragment>> rows(List<List<TextFragment>> lines, int first) {
        List<List<TextFragment>> rows = new ArrayList<>(List.of(lines.get(first)));
        List<TextFragment> all = new ArrayList<>(lines.get(first));
        int columns = gutters(all).size();
        for (int next = first + 1; next < Math.min(lines.size(), first + MAX_ROWS); next++) {
            List<TextFragment> line = lines.get(next);
            List<TextFragment> more = new ArrayList<>(all);
            more.addAll(line);
            int kept = gutters(more).size();
            float distance = line.getFirst().area().y()
                    - rows.getLast().getFirst().area().y();
            boolean isNear = distance < FARTHEST_ROW * line.getFirst().size();
            boolean isFull = line.size() >= 2;
            boolean keeps = kept >= 1 && (kept >= columns || isFull && rows.size() == 1);
            if (!isNear || !keeps || !isFull && !isBelow(line.getFirst(), rows.getLast(), distance)) {
                break;
            }
            columns = kept;
            all = more;
            rows.add(line);
        }
        while (rows.getLast().size() < 2) {
            rows.removeLast();
        }
        return rows;
    }

    /** A line with one cell must continue a cell of the row above, else it is not a row. */
    private static boolean isBelow(TextFragment cell, List<TextFragment> row, float distance) {
        return distance < FARTHEST_PART * cell.size()
                && row.stream()
                        .skip(row.size() > 1 ? 0 : 1)
                        .anyMatch(above -> above.area().left() < cell.area().right()
                                && cell.area().left() < above.area().right());
    }

    private static boolean isShort(List<TextFragment> cells) {
        return cells.stream().mapToInt(cell -> cell.text().length()).average().orElse(0) <= MAX_CELL_CHARACTERS;
    }

    private static boolean isList(List<TextFragment> cells) {
        long marked = cells.stream()
                .filter(cell ->
                        ListMarker.of(cell.text()).filter(ListMarker::isBullet).isPresent())
                .count();
        return marked * 3 > cells.size();
    }

    /** Whether the cells were drawn row by row, unlike columns of text, which are drawn one after the other. */
    private static boolean isDrawnByRows(List<TextFragment> cells, List<Gutters.Gutter> gutters) {
        List<List<TextFragment>> columns = Gutters.columns(cells, gutters);
        int drawn = -1;
        for (int i = 0; i + 1 < columns.size(); i++) {
            drawn = Math.max(
                    drawn,
                    columns.get(i).stream().mapToInt(TextFragment::order).max().orElse(-1));
            int next = columns.get(i + 1).stream()
                    .mapToInt(TextFragment::order)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            if (drawn < next) {
                return false;
            }
        }
        return true;
    }

    private static Region.Grid grid(List<List<TextFragment>> rows, List<Gutters.Gutter> gutters) {
        List<List<List<TextFragment>>> grid = new ArrayList<>();
        float near = near(rows);
        boolean isOpen = false;
        for (int i = 0; i < rows.size(); i++) {
            List<List<TextFragment>> cells = Gutters.columns(rows.get(i), gutters);
            boolean isPart = cells.getFirst().isEmpty() || rows.get(i).size() < 2;
            float above = i == 0 ? Float.MAX_VALUE : distance(rows, i);
            float below = i + 1 == rows.size() ? Float.MAX_VALUE : distance(rows, i + 1);
            boolean beginsRow = isPart && below < 0.9f * above;
            if (isOpen || isPart && !beginsRow && above < near && !grid.isEmpty()) {
                for (int column = 0; column < cells.size(); column++) {
                    grid.getLast().get(column).addAll(cells.get(column));
                }
            } else {
                grid.add(new ArrayList<>(cells));
            }
            isOpen = beginsRow;
        }
        grid.forEach(row -> row.forEach(cell -> cell.sort(
                Comparator.comparingDouble((TextFragment part) -> part.area().y())
                        .thenComparingDouble(part -> part.area().left()))));
        return new Region.Grid(grid);
    }

    /** The distance that separates lines of one cell from rows; if all distances are equal, that of normal text lines. */
    private static float near(List<List<TextFragment>> rows) {
        float min = Float.MAX_VALUE;
        float max = 0;
        for (int i = 1; i < rows.size(); i++) {
            min = Math.min(min, distance(rows, i));
            max = Math.max(max, distance(rows, i));
        }
        float size = rows.getFirst().getFirst().size();
        return max > 1.2f * min ? (min + max) / 2 : 1.3f * size;
    }

    private static float distance(List<List<TextFragment>> rows, int row) {
        return rows.get(row).getFirst().area().y()
                - rows.get(row - 1).getFirst().area().y();
    }

    private static List<Gutters.Gutter> gutters(List<TextFragment> cells) {
        float size =
                (float) cells.stream().mapToDouble(TextFragment::size).average().orElse(1);
        return Gutters.between(cells, NARROWEST_GUTTER * size);
    }

    private static List<TextFragment> flat(List<List<TextFragment>> rows) {
        return rows.stream().flatMap(List::stream).toList();
    }

    /**
     * A table, with the lines that it consists of.
     *
     * @param rows number of lines
     * @param cells all fragments of the table
     */
    record Found(int rows, List<TextFragment> cells, Region.Grid grid) {
        static final Found NONE = new Found(0, List.of(), new Region.Grid(List.of()));

        /** Whether the table lies within one of the columns between the gutters. */
        boolean isWithinColumn(List<Gutters.Gutter> gutters) {
            return cells.stream()
                            .mapToInt(cell -> Gutters.column(cell, gutters))
                            .distinct()
                            .count()
                    == 1;
        }
    }
}
