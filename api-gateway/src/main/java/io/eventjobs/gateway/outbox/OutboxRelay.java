package io.eventjobs.gateway.outbox;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Outbox;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.model.event.PublicEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.collections4.map.LRUMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes outboxes in order, one event per subject at a time: the next one is sent after the previous one was acknowledged, so a failure
 * never lets a later event overtake it. Acknowledged events are passed to the {@link OutboxSettler}; failed ones stay in their document and
 * are found by a recovery scan. Thread-safe.
 */
public final class OutboxRelay {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int REMEMBERED_SUBJECTS = 50_000;

    private final GatewaySender sender;
    private final OutboxSettler settler;
    private final PublicationListener listener;
    private final Map<Subject, SubjectQueue> queues = new HashMap<>();
    /** The last event recently published per subject: a cached record may still contain events that are settled or being settled. */
    private final Map<Subject, Long> published = new LRUMap<>(REMEMBERED_SUBJECTS);

    private final AtomicBoolean behind = new AtomicBoolean();

    OutboxRelay(GatewaySender sender, OutboxSettler settler, PublicationListener listener) {
        this.sender = sender;
        this.settler = settler;
        this.listener = listener;
    }

    /** The number of subjects with unpublished events. */
    public int subjectsWaiting() {
        synchronized (queues) {
            return queues.size();
        }
    }

    /** Publishes new events of this record's outbox. Returns at once. */
    public void offer(JobRecord job) {
        offer(Subject.OfJob.of(job), job.outbox());
    }

    /** Publishes new events of this record's outbox. Returns at once. */
    public void offer(BatchRecord batch) {
        offer(Subject.OfBatch.of(batch), batch.outbox());
    }

    /** Whether any event failed to be published since the last call; then a recovery scan is due. */
    public boolean hasFallenBehind() {
        return behind.getAndSet(false);
    }

    private void offer(Subject subject, Outbox outbox) {
        PublicEvent first;
        synchronized (queues) {
            SubjectQueue queue =
                    queues.computeIfAbsent(subject, fresh -> new SubjectQueue(published.getOrDefault(fresh, 0L)));
            queue.append(outbox);
            first = queue.next();
            if (queue.isDone()) {
                queues.remove(subject);
            }
        }
        send(subject, first);
    }

    private void send(Subject subject, @Nullable PublicEvent event) {
        if (event == null) {
            return;
        }
        try {
            sender.event(subject.tenant(), subject.partitionKey(), event)
                    .whenComplete((sent, fault) -> answered(subject, event, fault));
        } catch (RuntimeException e) {
            answered(subject, event, e);
        }
    }

    private void answered(Subject subject, PublicEvent event, @Nullable Throwable fault) {
        if (fault != null) {
            synchronized (queues) {
                queues.remove(subject);
            }
            behind.set(true);
            LOG.atWarn()
                    .addKeyValue("event_id", event.id())
                    .addKeyValue(LogKeys.FAULT, fault.toString())
                    .log("Event not published; it stays in the outbox");
            return;
        }
        settler.published(subject, event);
        listener.published(event);
        PublicEvent next = null;
        synchronized (queues) {
            published.merge(subject, event.sequence(), Math::max);
            SubjectQueue queue = queues.get(subject);
            if (queue != null) {
                queue.sent();
                next = queue.next();
                if (queue.isDone()) {
                    queues.remove(subject);
                }
            }
        }
        send(subject, next);
    }

    /** The waiting events of one subject, and whether one is being sent. Guarded by the map of queues. */
    private static final class SubjectQueue {
        private final Deque<PublicEvent> waiting = new ArrayDeque<>();
        private long appended;
        private boolean sending;

        SubjectQueue(long published) {
            this.appended = published;
        }

        void append(Outbox outbox) {
            for (PublicEvent event : outbox.events()) {
                if (event.sequence() > appended) {
                    waiting.add(event);
                    appended = event.sequence();
                }
            }
        }

        @Nullable PublicEvent next() {
            if (sending || waiting.isEmpty()) {
                return null;
            }
            sending = true;
            return waiting.remove();
        }

        void sent() {
            sending = false;
        }

        boolean isDone() {
            return !sending && waiting.isEmpty();
        }
    }
}
