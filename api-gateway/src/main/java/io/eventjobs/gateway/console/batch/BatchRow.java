package io.eventjobs.gateway.console.batch;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.console.PageLink;
import io.eventjobs.gateway.console.StatusBar;
import io.eventjobs.model.job.StateCounts;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A batch as shown to people.
 *
 * @param address of its page
 * @param element the id of its elements in a page: no batch id has any other characters that a style sheet or htmx might take as syntax
 * @param action a bulk action in progress, null if there is none
 */
public record BatchRow(
        String id,
        String name,
        String address,
        String element,
        String status,
        boolean active,
        boolean archived,
        @Nullable String action,
        StateCounts counts,
        StatusBar bar,
        @Nullable String event,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant completedAt) {
    static BatchRow of(BatchRecord batch) {
        String id = batch.key().id().value();
        StateCounts counts = batch.state().counts();
        return new BatchRow(
                id,
                batch.request().name(),
                PageLink.to("/batches").part(id).address(),
                "batch-" + id.replace('.', '_'),
                batch.status().word(),
                batch.state().active(),
                batch.state().archived(),
                batch.state().intent() == null
                        ? null
                        : batch.state().intent().action().name().toLowerCase(Locale.ROOT),
                counts,
                StatusBar.of(counts),
                batch.request().event(),
                batch.request().createdAt(),
                batch.state().updatedAt(),
                batch.state().completedAt());
    }

    /** Whether any of its jobs may still change. */
    public boolean isUnfinished() {
        return counts.unfinished() > 0;
    }
}
