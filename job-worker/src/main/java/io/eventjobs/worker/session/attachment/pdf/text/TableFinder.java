package io.eventjobs.worker.session.attachment.pdf.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds tables by how they stand and how they were drawn: lines whose cells keep to the same columns, are short, and are drawn
 * row by row. Columns of running text are drawn one after the other. A table that does not show so is read as columns.
 */
final class TableFinder {
    private static final float NARROWEST_GUTTER = 0.5f;
    private static final int MOST_CHARACTERS_OF_A_CELL = 45;
    private static final float FARTHEST_ROW = 4;

    private TableFinder() {}

    /** The table that begins with a line; without rows if none does. */
    static Found at(List<List<Segment>> lines, int first) {
        if (lines.get(first).size() < 2) {
            return Found.NONE;
        }
        List<List<Segment>> rows = rows(lines, first);
        List<Segment> all = flat(rows);
        List<Gutters.Gutter> gutters = gutters(all);
        int fewestRows = gutters.size() >= 2 ? 2 : 3;
        long full = rows.stream().filter(row -> row.size() >= 2).count();
        boolean isTable =
                !gutters.isEmpty() && full >= fewestRows && isShort(all) && isDrawnByRows(rows) && !isList(all);
        return isTable ? new Found(rows.size(), grid(rows, gutters)) : Found.NONE;
    }

    /** Lines from the first on that keep to its columns and are not far apart. */
    private static List<List<Segment>> rows(List<List<Segment>> lines, int first) {
        List<List<Segment>> rows = new ArrayList<>(List.of(lines.get(first)));
        List<Segment> all = new ArrayList<>(lines.get(first));
        int columns = gutters(all).size();
        for (int next = first + 1; next < lines.size(); next++) {
            List<Segment> line = lines.get(next);
            List<Segment> more = new ArrayList<>(all);
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

    /** A line with one cell goes on in a cell of the row above it, or it is no row. */
    private static boolean isBelow(Segment cell, List<Segment> row, float distance) {
        return distance < 1.6f * cell.size()
                && row.stream()
                        .skip(row.size() > 1 ? 0 : 1)
                        .anyMatch(above -> above.area().left() < cell.area().right()
                                && cell.area().left() < above.area().right());
    }

    private static boolean isShort(List<Segment> cells) {
        return cells.stream().mapToInt(cell -> cell.text().length()).average().orElse(0) <= MOST_CHARACTERS_OF_A_CELL;
    }

    private static boolean isList(List<Segment> cells) {
        long marked = cells.stream()
                .filter(cell ->
                        ListMark.of(cell.text()).filter(ListMark::isBullet).isPresent())
                .count();
        return marked * 3 > cells.size();
    }

    private static boolean isDrawnByRows(List<List<Segment>> rows) {
        int inOrder = 0;
        for (int i = 1; i < rows.size(); i++) {
            int last = rows.get(i - 1).stream().mapToInt(Segment::order).max().orElse(0);
            int next = rows.get(i).stream().mapToInt(Segment::order).min().orElse(0);
            inOrder += last < next ? 1 : 0;
        }
        return inOrder * 5 >= (rows.size() - 1) * 4;
    }

    private static Region.Grid grid(List<List<Segment>> rows, List<Gutters.Gutter> gutters) {
        List<List<List<Segment>>> grid = new ArrayList<>();
        float before = -Float.MAX_VALUE;
        for (List<Segment> row : rows) {
            List<List<Segment>> cells = Gutters.columns(row, gutters);
            float y = row.getFirst().area().y();
            boolean goesOn =
                    row.size() < 2 && y - before < 1.6f * row.getFirst().size() && !grid.isEmpty();
            if (goesOn) {
                for (int i = 0; i < cells.size(); i++) {
                    grid.getLast().get(i).addAll(cells.get(i));
                }
            } else {
                grid.add(new ArrayList<>(cells));
            }
            before = y;
        }
        grid.forEach(row -> row.forEach(
                cell -> cell.sort(Comparator.comparingDouble(part -> part.area().y()))));
        return new Region.Grid(grid);
    }

    private static List<Gutters.Gutter> gutters(List<Segment> cells) {
        float size = (float) cells.stream().mapToDouble(Segment::size).average().orElse(1);
        return Gutters.between(cells, NARROWEST_GUTTER * size);
    }

    private static List<Segment> flat(List<List<Segment>> rows) {
        return rows.stream().flatMap(List::stream).toList();
    }

    /** @param rows how many lines it takes */
    record Found(int rows, Region.Grid grid) {
        static final Found NONE = new Found(0, new Region.Grid(List.of()));
    }
}
