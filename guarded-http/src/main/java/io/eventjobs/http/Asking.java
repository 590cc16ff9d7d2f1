package io.eventjobs.http;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One fetch, over all its redirects and tries.
 *
 * @param sink takes the body
 * @param earlier what a host said before, null to ask without condition
 * @param deadline on the clock of {@link System#nanoTime()}
 */
record Asking(FetchRequest request, BodySink sink, @Nullable Validators earlier, long deadline) {
    Optional<Validators> conditionsAt(URI address) {
        return earlier == null ? Optional.empty() : earlier.at(address);
    }
}
