package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.Validators;
import io.eventjobs.worker.checkpoint.Revalidator;
import java.time.Duration;

/**
 * How long what was fetched may be used by other runs: the one place where age counts.
 *
 * @param recent so long after it was fetched or confirmed, what its host named no validators of is used without asking
 * @param max so long after it was fetched it is not used any more, whatever its host says
 */
public record Freshness(Duration recent, Duration max) {
    public static final Freshness DEFAULT = new Freshness(Duration.ofMinutes(5), Duration.ofDays(14));

    Use judge(Validators validators, Revalidator.Age age) {
        if (age.sinceCreated().compareTo(max) > 0) {
            return Use.NONE;
        }
        if (!validators.isEmpty()) {
            return Use.IF_CONFIRMED;
        }
        return age.sinceValidated().compareTo(recent) < 0 ? Use.AS_IT_IS : Use.IF_HOST_IS_SILENT;
    }

    /** What a kept answer is good for. */
    enum Use {
        /** Nobody is asked. */
        AS_IT_IS,
        /** The host is asked whether it has changed; when the host does not answer, it is used. */
        IF_CONFIRMED,
        /** It is fetched anew; when the host does not answer, it is used. */
        IF_HOST_IS_SILENT,
        /** It is fetched anew. */
        NONE
    }
}
