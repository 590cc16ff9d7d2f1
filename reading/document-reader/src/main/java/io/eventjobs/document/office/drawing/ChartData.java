package io.eventjobs.document.office.drawing;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;

/**
 * One series of a chart.
 *
 * @param name empty if it has none
 * @param categories by index; empty if the chart only counts
 * @param values by index; may have gaps
 */
record ChartData(String name, SortedMap<Integer, String> categories, SortedMap<Integer, String> values) {
    static final ChartData NONE = new ChartData("", Collections.emptySortedMap(), Collections.emptySortedMap());

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** This series, with the categories of another one if it has none of its own. */
    ChartData withCategories(Map<Integer, String> others) {
        return categories.isEmpty() ? new ChartData(name, new java.util.TreeMap<>(others), values) : this;
    }
}
