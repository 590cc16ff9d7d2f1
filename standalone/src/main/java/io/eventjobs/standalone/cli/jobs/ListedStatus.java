package io.eventjobs.standalone.cli.jobs;

import java.util.Locale;

/** A status by which jobs or batches are listed. */
enum ListedStatus {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** The word of the API. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
