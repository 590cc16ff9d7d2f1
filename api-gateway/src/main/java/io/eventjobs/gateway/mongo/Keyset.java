package io.eventjobs.gateway.mongo;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Pages by the last row of the one before, so that rows that come or go in between move nothing. */
record Keyset(String time, boolean newestFirst) {
    /** Adds to the filter that rows must lie beyond the position; nothing if there is none. */
    Document beyond(Document filter, @Nullable Position position) {
        if (position == null) {
            return filter;
        }
        String beyond = newestFirst ? "$lt" : "$gt";
        Date at = Date.from(position.time());
        return filter.append(
                "$or",
                List.of(
                        new Document(time, new Document(beyond, at)),
                        new Document(time, at).append("_id", new Document(beyond, position.id()))));
    }

    /** The order of such a list, in which no two rows are alike. */
    Document order() {
        int direction = newestFirst ? -1 : 1;
        return new Document(time, direction).append("_id", direction);
    }
}
