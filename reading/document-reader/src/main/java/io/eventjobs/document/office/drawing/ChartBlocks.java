package io.eventjobs.document.office.drawing;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a chart as a table of values: a row for each category, a column for each series. Pure. */
public final class ChartBlocks {
    /** More than anybody can tell apart; the rest is left out with a remark. */
    static final int MAX_SERIES = 100;

    private ChartBlocks() {}

    /**
     * Series of the same categories share a table.
     *
     * @param title of the chart, empty if it has none
     * @param axis title of the categories
     */
    static List<Block> of(String title, String axis, List<ChartData> series) {
        List<Block> blocks = new ArrayList<>();
        if (!title.isBlank()) {
            blocks.add(caption(title));
        }
        Map<SortedMap<Integer, String>, List<ChartData>> tables = new LinkedHashMap<>();
        SortedMap<Integer, String> first = new TreeMap<>();
        for (ChartData each : series) {
            first = first.isEmpty() ? each.categories() : first;
            ChartData whole = each.withCategories(first);
            tables.computeIfAbsent(whole.categories(), any -> new ArrayList<>()).add(whole);
        }
        tables.forEach((categories, columns) -> blocks.add(table(axis, categories, columns)));
        if (series.size() == MAX_SERIES) {
            blocks.add(new Block.Paragraph(RichText.of("(at most " + MAX_SERIES + " series)")));
        }
        return blocks;
    }

    /** The title above a chart. */
    public static Block caption(String title) {
        return new Block.Paragraph(new RichText(List.of(new Span(title.strip(), Span.Style.BOLD, null))));
    }

    private static Block table(String axis, SortedMap<Integer, String> categories, List<ChartData> series) {
        List<List<RichText>> rows = new ArrayList<>();
        List<RichText> head = new ArrayList<>(List.of(RichText.of(axis)));
        series.forEach(each -> head.add(RichText.of(each.name())));
        rows.add(head);
        TreeSet<Integer> places = new TreeSet<>(categories.keySet());
        series.forEach(each -> places.addAll(each.values().keySet()));
        for (int place : places) {
            List<RichText> row = new ArrayList<>();
            row.add(RichText.of(categories.getOrDefault(place, categories.isEmpty() ? String.valueOf(place + 1) : "")));
            series.forEach(each -> row.add(RichText.of(each.values().getOrDefault(place, ""))));
            rows.add(row);
        }
        return new Block.Table(rows);
    }
}
