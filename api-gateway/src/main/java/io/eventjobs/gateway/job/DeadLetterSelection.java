package io.eventjobs.gateway.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters that a request selects; exactly one component is set.
 *
 * @param ids ids of single dead letters
 * @param filter selects all that match
 */
public record DeadLetterSelection(List<String> ids, @Nullable DeadLetterFilter filter) {
    public DeadLetterSelection {
        ids = List.copyOf(ids);
    }
}
