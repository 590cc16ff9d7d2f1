package io.eventjobs.http;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One fetch, over all its redirects and tries.
 *
 * @param sink takes the body
 * @param validators what a host said before, null to ask without condition
 * @param deadline on the clock of {@link System#nanoTime()}
 */
record FetchContext(FetchRequest request, BodySink sink, @Nullable Validators validators, long deadline) {
    Optional<Validators> conditionsAt(URI address) {
        return validators == null ? Optional.empty() : validators.at(address);
    }
}
