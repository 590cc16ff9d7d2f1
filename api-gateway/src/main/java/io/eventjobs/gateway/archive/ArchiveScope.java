package io.eventjobs.gateway.archive;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.StateCounts;
import io.eventjobs.model.job.TenantId;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Which jobs an archive is of, in which order, and what is said of them as a whole. */
sealed interface ArchiveScope {
    /** Heading of its pages. */
    String title();

    /** One sentence about it, in Markdown, without its end. */
    String about();

    /** What its jobs have in common. */
    Document filter();

    /** The order of its jobs, in which no two are alike. */
    Document order();

    /** What the jobs after this one have in common. */
    Document after(JobRecord last);

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
        public Document filter() {
            return new Document("batch", batch.key().toString());
        }

        @Override
        public Document order() {
            return new Document("batch_index", 1);
        }

        @Override
        public Document after(JobRecord last) {
            return new Document(
                    "batch_index", new Document("$gt", last.request().batchIndex()));
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
        public Document filter() {
            return new Document("tenant", tenant.value()).append("event", event);
        }

        @Override
        public Document order() {
            return new Document("created_at", 1).append("_id", 1);
        }

        @Override
        public Document after(JobRecord last) {
            Date at = Date.from(last.request().createdAt());
            return new Document(
                    "$or",
                    List.of(
                            new Document("created_at", new Document("$gt", at)),
                            new Document("created_at", at)
                                    .append("_id", new Document("$gt", last.id().value()))));
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
