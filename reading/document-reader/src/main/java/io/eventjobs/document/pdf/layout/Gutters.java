package io.eventjobs.document.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Vertical strips of a page without text. */
final class Gutters {
    private Gutters() {}

    /** The gutters of at least this width between the leftmost and rightmost area, from left to right. */
    static List<Gutter> between(List<TextFragment> fragments, float narrowest) {
        List<TextFragment> sorted = new ArrayList<>(fragments);
        sorted.sort(Comparator.comparingDouble(fragment -> fragment.area().left()));
        List<Gutter> gutters = new ArrayList<>();
        float right = Float.MAX_VALUE;
        for (TextFragment fragment : sorted) {
            if (fragment.area().left() - right >= narrowest) {
                gutters.add(new Gutter(right, fragment.area().left()));
            }
            right = right == Float.MAX_VALUE
                    ? fragment.area().right()
                    : Math.max(right, fragment.area().right());
        }
        return gutters;
    }

    /** The fragments in the columns between the gutters, from left to right. */
    static List<List<TextFragment>> columns(List<TextFragment> fragments, List<Gutter> gutters) {
        List<List<TextFragment>> columns = new ArrayList<>();
        for (int i = 0; i <= gutters.size(); i++) {
            columns.add(new ArrayList<>());
        }
        for (TextFragment fragment : fragments) {
            columns.get(column(fragment, gutters)).add(fragment);
        }
        return columns;
    }

    static int column(TextFragment fragment, List<Gutter> gutters) {
        int column = 0;
        while (column < gutters.size()
                && fragment.area().left() >= gutters.get(column).middle()) {
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
