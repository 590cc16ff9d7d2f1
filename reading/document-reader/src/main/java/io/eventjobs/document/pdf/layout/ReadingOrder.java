package io.eventjobs.document.pdf.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a page into regions in reading order. Lines that share a gutter form adjacent columns, read one after the other; a line across
 * the gutter ends them. Columns are divided recursively.
 */
final class ReadingOrder {
    private static final float NARROWEST_GUTTER = 0.9f;
    private static final int MAX_DEPTH = 6;

    private final List<Region> regions = new ArrayList<>();

    private ReadingOrder() {}

    static List<Region> of(List<TextFragment> fragments) {
        ReadingOrder order = new ReadingOrder();
        order.add(fragments, 0);
        return order.regions;
    }

    private void add(List<TextFragment> fragments, int depth) {
        List<List<TextFragment>> lines = FragmentBuilder.lines(fragments);
        int next = 0;
        while (next < lines.size()) {
            TableFinder.Found table = TableFinder.at(lines, next);
            if (table.rows() > 0) {
                regions.add(table.grid());
                next += table.rows();
                continue;
            }
            List<List<TextFragment>> group = group(lines, next);
            next += group.size();
            add(group.stream().flatMap(List::stream).toList(), group, depth);
        }
    }

    private void add(List<TextFragment> group, List<List<TextFragment>> lines, int depth) {
        List<Gutters.Gutter> gutters = gutters(group);
        if (gutters.isEmpty() || depth == MAX_DEPTH || lines.size() == 1) {
            addText(group);
        } else {
            Gutters.columns(group, gutters).forEach(column -> add(column, depth + 1));
        }
    }

    /** Each column becomes a region of its own, so that its paragraphs are not joined with those of the next column. */
    private void addText(List<TextFragment> fragments) {
        regions.add(new Region.Text(fragments));
    }

    /** The following lines that share a gutter, or that all lack one, up to a table. */
    private static List<List<TextFragment>> group(List<List<TextFragment>> lines, int first) {
        List<List<TextFragment>> group = new ArrayList<>(List.of(lines.get(first)));
        List<TextFragment> all = new ArrayList<>(lines.get(first));
        for (int next = first + 1; next < lines.size(); next++) {
            List<TextFragment> line = lines.get(next);
            List<Gutters.Gutter> before = gutters(all);
            all.addAll(line);
            List<Gutters.Gutter> after = gutters(all);
            boolean fits = before.isEmpty() ? line.size() == 1 || gutters(line).isEmpty() : !after.isEmpty();
            TableFinder.Found table = fits ? TableFinder.at(lines, next) : TableFinder.Found.NONE;
            if (!fits || table.rows() > 0 && (after.isEmpty() || !table.isWithinColumn(after))) {
                break;
            }
            group.add(line);
        }
        return group;
    }

    /** Only gutters with text on both sides at the same height: text that is merely stacked forms no columns. */
    private static List<Gutters.Gutter> gutters(List<TextFragment> fragments) {
        float size = (float)
                fragments.stream().mapToDouble(TextFragment::size).average().orElse(1);
        return Gutters.between(fragments, NARROWEST_GUTTER * size).stream()
                .filter(gutter -> isBeside(fragments, gutter))
                .toList();
    }

    private static boolean isBeside(List<TextFragment> fragments, Gutters.Gutter gutter) {
        float[] heights = {Float.MAX_VALUE, -1, Float.MAX_VALUE, -1};
        for (TextFragment fragment : fragments) {
            int side = fragment.area().left() < gutter.middle() ? 0 : 2;
            heights[side] = Math.min(heights[side], fragment.area().top());
            heights[side + 1] = Math.max(heights[side + 1], fragment.area().y());
        }
        return heights[0] < heights[3] && heights[2] < heights[1];
    }
}
