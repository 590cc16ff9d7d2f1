package io.eventjobs.document.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Upright strips of a page in which nothing stands. */
final class Gutters {
    private Gutters() {}

    /** Those between the leftmost and the rightmost of some areas that are at least so wide, from left to right. */
    static List<Gutter> between(List<TextFragment> segments, float narrowest) {
        List<TextFragment> sorted = new ArrayList<>(segments);
        sorted.sort(Comparator.comparingDouble(segment -> segment.area().left()));
        List<Gutter> gutters = new ArrayList<>();
        float right = Float.MAX_VALUE;
        for (TextFragment segment : sorted) {
            if (segment.area().left() - right >= narrowest) {
                gutters.add(new Gutter(right, segment.area().left()));
            }
            right = right == Float.MAX_VALUE
                    ? segment.area().right()
                    : Math.max(right, segment.area().right());
        }
        return gutters;
    }

    /** The segments in the columns that gutters part, from left to right. */
    static List<List<TextFragment>> columns(List<TextFragment> segments, List<Gutter> gutters) {
        List<List<TextFragment>> columns = new ArrayList<>();
        for (int i = 0; i <= gutters.size(); i++) {
            columns.add(new ArrayList<>());
        }
        for (TextFragment segment : segments) {
            columns.get(column(segment, gutters)).add(segment);
        }
        return columns;
    }

    static int column(TextFragment segment, List<Gutter> gutters) {
        int column = 0;
        while (column < gutters.size()
                && segment.area().left() >= gutters.get(column).middle()) {
            column++;
        }
        return column;
    }

    record Gutter(float left, float right) {
        float middle() {
            return (left + right) / 2;
        }
    }
}
