package io.eventjobs.gateway.stream;

import io.eventjobs.model.job.TenantId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which events a stream sends, how it numbers them, and with which one it ends. Not thread-safe: one for each stream. */
sealed interface Selection {
    /** Under this key streams of everything are found. */
    String EVERYTHING = "*";

    /** The job or batch whose events are sent, or {@link #EVERYTHING}. */
    String key();

    /** The key of the messages that may concern it, null for any. */
    @Nullable String messageKey();

    boolean matches(StreamEvent event);

    /** The event will be sent: an earlier one of its subject will not. */
    default void queued(StreamEvent event) {}

    /** The id to end with if everything was read and the last event was not found, because the topic no longer has it; null to go on. */
    default @Nullable String finalId() {
        return null;
    }

    /** Whether recent events have all that it lacks. */
    default boolean isWithin(Iterable<StreamEvent> recent) {
        return false;
    }

    /** The id of this event in the stream; called in the order in which events are sent. */
    String id(StreamEvent event);

    /** Whether the stream ends after this event. */
    boolean endsWith(StreamEvent event);

    /** The events of a job, numbered by its sequence; what was published twice is sent once. */
    final class OfJob implements Selection {
        private static final Set<String> LAST = Set.of("job.completed", "job.failed", "job.cancelled", "job.deleted");

        private final TenantId tenant;
        private final String job;
        private final String messageKey;
        private final long known;
        private final boolean over;
        private long last;

        /**
         * @param after last sequence that the client has
         * @param known last sequence of the job when the stream was opened: an earlier end was followed by a restart
         * @param over whether the job had finished then, and all its events were published
         */
        OfJob(TenantId tenant, String job, String messageKey, long after, long known, boolean over) {
            this.tenant = tenant;
            this.job = job;
            this.messageKey = messageKey;
            this.last = after;
            this.known = known;
            this.over = over;
        }

        @Override
        public @Nullable String finalId() {
            return over ? Long.toString(known) : null;
        }

        @Override
        public String key() {
            return job;
        }

        @Override
        public String messageKey() {
            return messageKey;
        }

        @Override
        public boolean matches(StreamEvent event) {
            return isOfJob(event) && event.sequence() > last;
        }

        /** A batch of another tenant may have been given the same id. */
        private boolean isOfJob(StreamEvent event) {
            return event.subject().equals(job) && event.tenant().equals(tenant);
        }

        @Override
        public void queued(StreamEvent event) {
            last = event.sequence();
        }

        @Override
        public boolean isWithin(Iterable<StreamEvent> recent) {
            if (last >= known) {
                return true;
            }
            for (StreamEvent event : recent) {
                if (isOfJob(event) && event.sequence() == last + 1) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String id(StreamEvent event) {
            return Long.toString(event.sequence());
        }

        @Override
        public boolean endsWith(StreamEvent event) {
            return LAST.contains(event.type()) && event.sequence() >= known;
        }
    }

    /**
     * The events of a batch and its jobs, numbered by their place in the topic.
     *
     * @param tenant of the batch: another one may have given a batch the same id
     * @param partition of the batch
     * @param known last sequence of the batch when the stream was opened
     * @param over whether the batch had finished then, and all its events were published
     */
    record OfBatch(TenantId tenant, String key, int partition, long known, boolean over) implements Selection {
        private static final Set<String> LAST =
                Set.of("batch.completed", "batch.failed", "batch.cancelled", "batch.deleted");

        @Override
        public String messageKey() {
            return key;
        }

        @Override
        public @Nullable String finalId() {
            return over ? new BatchPosition(partition, 0, known).text() : null;
        }

        @Override
        public boolean matches(StreamEvent event) {
            return key.equals(event.batch()) && tenant.equals(event.tenant());
        }

        @Override
        public String id(StreamEvent event) {
            long sequence = event.subject().equals(key) ? event.sequence() : 0;
            return new BatchPosition(event.partition(), event.next(), sequence).text();
        }

        @Override
        public boolean endsWith(StreamEvent event) {
            return LAST.contains(event.type()) && event.sequence() >= known;
        }
    }

    /**
     * All events, numbered by the places in all partitions up to which they were sent.
     *
     * @param sent is advanced with each id
     */
    record Everything(Positions sent) implements Selection {
        @Override
        public String key() {
            return EVERYTHING;
        }

        @Override
        public @Nullable String messageKey() {
            return null;
        }

        @Override
        public boolean matches(StreamEvent event) {
            return true;
        }

        @Override
        public String id(StreamEvent event) {
            sent.advance(event.partition(), event.next());
            return sent.text();
        }

        @Override
        public boolean endsWith(StreamEvent event) {
            return false;
        }
    }
}
