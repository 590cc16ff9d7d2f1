package io.eventjobs.document.office.drawing;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.office.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the charts of Office 2016: waterfall, funnel, treemap and others. Pure. */
final class ExtendedChart {
    private static final int MAX_POINTS = 10_000;

    private ExtendedChart() {}

    static List<Block> blocks(XmlElement space) {
        Map<String, XmlElement> data = new HashMap<>();
        space.first("cx:chartData")
                .ifPresent(all -> all.children("cx:data").forEach(each -> data.put(each.attribute("id"), each)));
        List<ChartData> series = new ArrayList<>();
        space.descendants("cx:series").limit(ChartBlocks.MAX_SERIES).forEach(each -> {
            XmlElement own = data.get(each.value("cx:dataId"));
            if (own != null) {
                String name = each.first("cx:tx", "cx:txData", "cx:v")
                        .map(XmlElement::text)
                        .orElse("");
                ChartData read = new ChartData(name, points(own, "cx:strDim"), points(own, "cx:numDim"));
                if (!read.isEmpty()) {
                    series.add(read);
                }
            }
        });
        String title = space.first("cx:chart", "cx:title", "cx:tx")
                .map(text -> {
                    String rich =
                            text.descendants("a:p").map(ChartReader::words).collect(Collectors.joining(" "));
                    return rich.isBlank()
                            ? text.descendants("cx:v").map(XmlElement::text).collect(Collectors.joining(" "))
                            : rich;
                })
                .orElse("");
        return ChartBlocks.of(title, "", series);
    }

    private static SortedMap<Integer, String> points(XmlElement data, String dimension) {
        SortedMap<Integer, String> points = new TreeMap<>();
        data.first(dimension).ifPresent(found -> {
            for (XmlElement level : found.children("cx:lvl").reversed()) {
                for (XmlElement point : level.children("cx:pt")) {
                    int place = point.number("idx", -1);
                    if (place >= 0 && points.size() < MAX_POINTS) {
                        String value = ChartNumber.of(point.text(), level.attribute("formatCode"));
                        points.merge(place, value, (outer, inner) -> outer + " / " + inner);
                    }
                }
            }
        });
        return points;
    }
}
