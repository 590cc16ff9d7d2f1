package io.eventjobs.gateway.mongo;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Keyset pagination: a page continues after the last row of the previous one, unaffected by rows inserted or deleted meanwhile. */
record Keyset(String time, boolean newestFirst) {
    /** Restricts the filter to rows beyond the position, if there is one. */
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

    /** The sort order of such a list, which is total. */
    Document order() {
        int direction = newestFirst ? -1 : 1;
        return new Document(time, direction).append("_id", direction);
    }
}
