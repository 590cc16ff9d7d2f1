package io.eventjobs.template;

import com.samskivert.mustache.MustacheException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Bounds how many items of lists one rendering may go through, and ends it when its thread is interrupted: sections that write
 * nothing cost time too, and no limit of characters ends them. For one rendering; not thread-safe.
 */
final class RenderingBudget {
    /** Three lists of 3,000 passages fit a hundred times. */
    private static final int MAX_ITEMS = 1_000_000;

    private int items;

    boolean isExceeded() {
        return items > MAX_ITEMS;
    }

    /** The values, with lists that count their items here. */
    Map<String, Object> counting(Map<String, Object> values) {
        Map<String, Object> counting = new HashMap<>(values);
        counting.replaceAll((name, value) -> value instanceof List<?> list ? counting(list) : value);
        return counting;
    }

    private Iterable<Object> counting(List<?> list) {
        return () -> new Iterator<>() {
            private final Iterator<?> all = list.iterator();

            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Object next() {
                spend();
                return all.next();
            }
        };
    }

    private void spend() {
        items++;
        if (isExceeded() || Thread.currentThread().isInterrupted()) {
            throw new MustacheException("rendering was stopped after " + items + " items");
        }
    }
}
