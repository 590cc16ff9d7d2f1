package io.eventjobs.document.office.content;

import java.util.ArrayList;
import java.util.List;

/** Counts the items of nested lists. Not thread-safe. */
public final class ListNumbers {
    private static final int MAX_DEPTH = 9;

    private final List<Integer> counts = new ArrayList<>();

    /** The number of the next item at this level, counted from 0. */
    public int next(int level) {
        return next(level, 1);
    }

    /** @param start number of the first item of a list */
    public int next(int level, int start) {
        int bounded = Math.clamp(level, 0, MAX_DEPTH);
        while (counts.size() > bounded + 1) {
            counts.removeLast();
        }
        boolean isFirst = counts.size() <= bounded;
        while (counts.size() <= bounded) {
            counts.add(0);
        }
        int number = isFirst ? start : counts.get(bounded) + 1;
        counts.set(bounded, number);
        return number;
    }

    /** An unnumbered item resets the counters of its level and below. */
    public void skip(int level) {
        while (counts.size() > Math.max(0, level)) {
            counts.removeLast();
        }
    }

    public void restart() {
        counts.clear();
    }
}
