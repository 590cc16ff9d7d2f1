package io.eventjobs.document.office;

import java.util.ArrayList;
import java.util.List;

/** Counts the items of lists within lists. Not thread-safe. */
final class ListNumbers {
    private static final int MAX_DEPTH = 9;

    private final List<Integer> counts = new ArrayList<>();

    /** The number of the next item at a level from 0. */
    int next(int level) {
        int bounded = Math.clamp(level, 0, MAX_DEPTH);
        while (counts.size() > bounded + 1) {
            counts.removeLast();
        }
        while (counts.size() <= bounded) {
            counts.add(0);
        }
        int number = counts.get(bounded) + 1;
        counts.set(bounded, number);
        return number;
    }

    /** An item without a number at a level ends what was counted there and below. */
    void skip(int level) {
        while (counts.size() > Math.max(0, level)) {
            counts.removeLast();
        }
    }

    void restart() {
        counts.clear();
    }
}
