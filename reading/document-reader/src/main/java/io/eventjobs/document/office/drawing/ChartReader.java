package io.eventjobs.document.office.drawing;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.office.content.Losses;
import io.eventjobs.document.office.xml.OfficePackage;
import io.eventjobs.document.office.xml.XmlElement;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads charts from the values that the file stores with them, else from the workbook within the file. Not thread-safe. */
public final class ChartReader {
    private static final int MAX_POINTS = 10_000;

    private final OfficePackage parts;
    private final Losses losses;

    public ChartReader(OfficePackage parts, Losses losses) {
        this.parts = parts;
        this.losses = losses;
    }

    /** @param part of the chart */
    public List<Block> read(String part) throws BrokenFileException, IOException {
        Optional<XmlElement> root = parts.read(part);
        if (root.isPresent() && root.get().is("cx:chartSpace")) {
            List<Block> blocks = ExtendedChart.blocks(root.get());
            if (blocks.stream().noneMatch(Block.Table.class::isInstance)) {
                losses.add(Losses.Kind.CHART);
            }
            return blocks;
        }
        XmlElement chart = root.flatMap(space -> space.first("c:chart")).orElse(XmlElement.empty("c:chart"));
        ChartWorkbook workbook = new ChartWorkbook(parts, part);
        List<XmlElement> plots =
                chart.first("c:plotArea").map(XmlElement::children).orElse(List.of());
        List<ChartData> series = new ArrayList<>();
        for (XmlElement plot : plots) {
            for (XmlElement each : plot.children("c:ser")) {
                ChartData data = series.size() == ChartBlocks.MAX_SERIES ? ChartData.NONE : series(each, workbook);
                if (!data.isEmpty()) {
                    series.add(data);
                }
            }
        }
        String axis = axis(plots, "c:catAx").or(() -> axis(plots, "c:dateAx")).orElse("");
        String unit = axis(plots, "c:valAx").orElse("");
        if (plots.stream().anyMatch(plot -> plot.is("c:scatterChart") || plot.is("c:bubbleChart"))) {
            List<String> axes = plots.stream()
                    .filter(plot -> plot.is("c:valAx"))
                    .map(ChartReader::title)
                    .toList();
            axis = axes.isEmpty() ? "" : axes.getFirst();
            unit = axes.size() < 2 ? "" : axes.get(1);
        }
        String title = title(chart, series);
        String caption = unit.isEmpty() ? title : title.isEmpty() ? unit : title + " (" + unit + ")";
        if (series.isEmpty()) {
            losses.add(Losses.Kind.CHART, title);
            return title.isEmpty() ? List.of() : List.of(ChartBlocks.caption(title));
        }
        return ChartBlocks.of(caption, axis, series);
    }

    private static ChartData series(XmlElement series, ChartWorkbook workbook) throws BrokenFileException, IOException {
        SortedMap<Integer, String> categories =
                points(series.first("c:cat").or(() -> series.first("c:xVal")), workbook);
        SortedMap<Integer, String> values = points(series.first("c:val").or(() -> series.first("c:yVal")), workbook);
        for (var size : points(series.first("c:bubbleSize"), workbook).entrySet()) {
            values.computeIfPresent(size.getKey(), (place, value) -> value + " (" + size.getValue() + ")");
        }
        Optional<XmlElement> name = series.first("c:tx");
        SortedMap<Integer, String> names = points(name, workbook);
        String text = names.isEmpty()
                ? name.flatMap(tx -> tx.first("c:v")).map(XmlElement::text).orElse("")
                : String.join(" ", names.values());
        return new ChartData(text, categories, values);
    }

    /** The points of a list or of a reference to cells: its cache, or else the cells. */
    private static SortedMap<Integer, String> points(Optional<XmlElement> data, ChartWorkbook workbook)
            throws BrokenFileException, IOException {
        SortedMap<Integer, String> points = new TreeMap<>();
        for (XmlElement source : data.map(XmlElement::children).orElse(List.of())) {
            for (XmlElement cache : source.localName().endsWith("Lit") ? List.of(source) : source.children()) {
                List<XmlElement> levels = cache.children("c:lvl");
                for (XmlElement level : levels.isEmpty() ? List.of(cache) : levels.reversed()) {
                    add(points, level);
                }
            }
            Optional<XmlElement> formula = source.first("c:f");
            if (points.isEmpty() && formula.isPresent()) {
                points.putAll(workbook.cells(formula.get().text()));
            }
        }
        return points;
    }

    /** Levels of categories are joined, from the outermost; an outer one is given for the first of its inner ones only. */
    private static void add(SortedMap<Integer, String> points, XmlElement level) {
        String format = level.first("c:formatCode").map(XmlElement::text).orElse("");
        for (XmlElement point : level.children("c:pt")) {
            int place = point.number("idx", -1);
            if (place >= 0 && points.size() < MAX_POINTS) {
                String own = point.has("formatCode") ? point.attribute("formatCode") : format;
                String value =
                        ChartNumber.of(point.first("c:v").map(XmlElement::text).orElse(""), own);
                points.merge(place, value, (outer, inner) -> outer + " / " + inner);
            }
        }
    }

    private static String title(XmlElement chart, List<ChartData> series) {
        String title = title(chart);
        boolean isNamedBySeries =
                title.isEmpty() && series.size() == 1 && chart.first("c:title").isPresent();
        return isNamedBySeries ? series.getFirst().name() : title;
    }

    private static Optional<String> axis(List<XmlElement> plots, String kind) {
        return plots.stream()
                .filter(plot -> plot.is(kind))
                .map(ChartReader::title)
                .filter(title -> !title.isEmpty())
                .findFirst();
    }

    private static String title(XmlElement of) {
        return of.first("c:title", "c:tx")
                .map(text -> {
                    String rich = text.descendants("a:p")
                            .map(ChartReader::words)
                            .reduce((a, b) -> a + " " + b)
                            .orElse("");
                    return rich.isEmpty()
                            ? text.descendants("c:v")
                                    .findFirst()
                                    .map(XmlElement::text)
                                    .orElse("")
                            : rich;
                })
                .orElse("")
                .strip();
    }

    static String words(XmlElement paragraph) {
        return paragraph.descendants("a:t").map(XmlElement::text).reduce("", String::concat);
    }
}
