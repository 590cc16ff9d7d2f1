package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.Validators;
import io.eventjobs.worker.checkpoint.Revalidator;
import java.time.Duration;

/**
 * Decides by age how a stored response may be used by other runs.
 *
 * @param freshFor how long after it was fetched or confirmed a response without validators is used without asking its host
 * @param maxAge maximum age of a response since it was fetched, regardless of its host
 */
public record Freshness(Duration freshFor, Duration maxAge) {
    public static final Freshness DEFAULT = new Freshness(Duration.ofMinutes(5), Duration.ofDays(14));

    Reuse of(Validators validators, Revalidator.Age age) {
        if (age.sinceCreated().compareTo(maxAge) > 0) {
            return Reuse.EXPIRED;
        }
        if (!validators.isEmpty()) {
            return Reuse.REVALIDATE;
        }
        return age.sinceValidated().compareTo(freshFor) < 0 ? Reuse.FRESH : Reuse.STALE_IF_ERROR;
    }

    /** How a stored response is used. */
    enum Reuse {
        /** It is used, and its host is not asked. */
        FRESH,
        /** Its host is asked whether it has changed; it is used if the host does not answer. */
        REVALIDATE,
        /** It is fetched again; it is used if the host does not answer. */
        STALE_IF_ERROR,
        /** It is fetched again. */
        EXPIRED
    }
}
