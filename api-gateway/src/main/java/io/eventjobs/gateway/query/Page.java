package io.eventjobs.gateway.query;

import io.eventjobs.gateway.web.Cursor;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next position of the next page, null on the last one
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {
    public Page {
        items = List.copyOf(items);
    }

    /** @param found one more than the limit if there are more */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> position) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), position.apply(found.get(limit - 1)));
    }

    /** The cursor of the next page, null on the last one. */
    public @Nullable String nextText() {
        return next == null ? null : next.text();
    }
}
