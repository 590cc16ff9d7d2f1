package io.eventjobs.gateway.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters a request means: exactly one of the two.
 *
 * @param ids by name
 * @param filter all that match
 */
public record DeadLetterSelection(List<String> ids, @Nullable DeadLetterFilter filter) {
    public DeadLetterSelection {
        ids = List.copyOf(ids);
    }
}
