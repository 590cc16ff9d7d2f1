package io.eventjobs.document.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Upright strips of a page in which nothing stands. */
final class Gutters {
    private Gutters() {}

    /** Those between the leftmost and the rightmost of some areas that are at least so wide, from left to right. */
    static List<Gutter> between(List<Segment> segments, float narrowest) {
        List<Segment> sorted = new ArrayList<>(segments);
        sorted.sort(Comparator.comparingDouble(segment -> segment.area().left()));
        List<Gutter> gutters = new ArrayList<>();
        float right = Float.MAX_VALUE;
        for (Segment segment : sorted) {
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
    static List<List<Segment>> columns(List<Segment> segments, List<Gutter> gutters) {
        List<List<Segment>> columns = new ArrayList<>();
        for (int i = 0; i <= gutters.size(); i++) {
            columns.add(new ArrayList<>());
        }
        for (Segment segment : segments) {
            columns.get(column(segment, gutters)).add(segment);
        }
        return columns;
    }

    static int column(Segment segment, List<Gutter> gutters) {
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
