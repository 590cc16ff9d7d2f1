package io.eventjobs.gateway.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody may have meant: the one with the fewest edits (Levenshtein), if they are few for its length. */
public final class NearestName {
    private static final int LETTERS_PER_EDIT = 5;

    private NearestName() {}

    /** The nearest of the names; empty if none is near. */
    public static Optional<String> of(String written, Collection<String> names) {
        return names.stream()
                .filter(name -> edits(written, name) <= Math.max(1, name.length() / LETTERS_PER_EDIT))
                .min(Comparator.comparingInt(name -> edits(written, name)));
    }

    private static int edits(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[to.length()];
    }
}
