package io.eventjobs.gateway.archive;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobScope;
import io.eventjobs.model.job.StateCounts;
import io.eventjobs.model.job.TenantId;

/** Which jobs an archive is of, in which order, and what is said of them as a whole. */
sealed interface ArchiveScope {
    /** Heading of its pages. */
    String title();

    /** One sentence about it, in Markdown, without its end. */
    String about();

    /** Its jobs. */
    JobScope jobs();

    /** All of a batch, in its order. */
    record OfBatch(BatchRecord batch) implements ArchiveScope {
        @Override
        public String title() {
            return batch.request().name();
        }

        @Override
        public String about() {
            return "Batch `" + batch.key().id() + "`, created "
                    + batch.request().createdAt();
        }

        @Override
        public JobScope jobs() {
            return new JobScope.OfBatch(batch.key());
        }
    }

    /**
     * All of an event, over all its batches, as they were submitted.
     *
     * @param counts of its jobs' states
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

    /** How many of its jobs are where. */
    static StateCounts counts(ArchiveScope scope) {
        return switch (scope) {
            case OfBatch of -> of.batch().state().counts();
            case OfEvent of -> of.counts();
        };
    }
}
