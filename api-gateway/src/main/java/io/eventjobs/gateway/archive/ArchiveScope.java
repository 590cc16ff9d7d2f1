package io.eventjobs.gateway.archive;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobScope;
import io.eventjobs.model.job.SessionTime;
import io.eventjobs.model.job.StateCounts;
import io.eventjobs.model.job.TenantId;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The jobs in an archive, their order, and the description of the whole. */
sealed interface ArchiveScope {
    /** Heading of the index pages. */
    String title();

    /** A sentence about it in Markdown, without the final period. */
    String about();

    /** Its jobs. */
    JobScope jobs();

    /** All jobs of a batch, in batch order. */
    record OfBatch(BatchRecord batch) implements ArchiveScope {
        private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

        @Override
        public String title() {
            return batch.request().name();
        }

        @Override
        public String about() {
            LocalDateTime created = LocalDateTime.ofInstant(batch.request().createdAt(), ZoneOffset.UTC);
            return "Batch `" + batch.key().id() + "`, created " + SessionTime.dateText(created.toLocalDate(), null)
                    + ", " + created.format(CLOCK) + " UTC";
        }

        @Override
        public JobScope jobs() {
            return new JobScope.OfBatch(batch.key());
        }
    }

    /**
     * All jobs of an event, over all its batches, in order of submission.
     *
     * @param counts number of jobs by status
     */
    record OfEvent(TenantId tenant, String event, StateCounts counts) implements ArchiveScope {
        @Override
        public String title() {
            return event;
        }

        @Override
        public String about() {
            return "All batches of an event";
        }

        @Override
        public JobScope jobs() {
            return new JobScope.OfEvent(tenant, event);
        }
    }

    /** The number of jobs by status. */
    static StateCounts counts(ArchiveScope scope) {
        return switch (scope) {
            case OfBatch of -> of.batch().state().counts();
            case OfEvent of -> of.counts();
        };
    }
}
