package io.eventjobs.gateway.keyaction;

import io.eventjobs.gateway.key.KeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * A key that was just made.
 *
 * @param text what its holder sends; null if it was made by an earlier, identical request: it is shown once
 */
public record IssuedKey(KeyRecord record, @Nullable String text) {
    /** Never the secret. */
    @Override
    public String toString() {
        return record.id();
    }
}
