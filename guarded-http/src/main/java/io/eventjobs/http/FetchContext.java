package io.eventjobs.http;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One fetch, across all its redirects and attempts.
 *
 * @param sink receives the body
 * @param validators for a conditional request, null for an unconditional one
 * @param deadline on the clock of {@link System#nanoTime()}
 */
record FetchContext(FetchRequest request, BodySink sink, @Nullable Validators validators, long deadline) {
    Optional<Validators> conditionsAt(URI address) {
        return validators == null ? Optional.empty() : validators.at(address);
    }
}
