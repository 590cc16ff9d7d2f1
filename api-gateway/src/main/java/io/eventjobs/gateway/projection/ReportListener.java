package io.eventjobs.gateway.projection;

import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.lease.LeaseGrace;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.recovery.Recovery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Projects the reports of the partitions that this gateway owns: those of one job in sequence, those of different jobs concurrently.
 * Offsets are committed once all reports of a poll are projected; a report read twice has no effect the second time.
 */
final class ReportListener implements BatchMessageListener<String, byte[]>, ConsumerAwareRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(ReportListener.class);

    private final ReportRouter router;
    private final PresenceProjection presences;
    private final JobIndex jobIndex;
    private final LeaseGrace leaseGrace;
    private final Recovery recovery;
    private final Executor executor;
    private final Pause pause;

    ReportListener(
            ReportRouter router,
            PresenceProjection presences,
            JobIndex jobIndex,
            LeaseGrace leaseGrace,
            Recovery recovery,
            Executor executor,
            Pause pause) {
        this.router = router;
        this.presences = presences;
        this.jobIndex = jobIndex;
        this.leaseGrace = leaseGrace;
        this.recovery = recovery;
        this.executor = executor;
        this.pause = pause;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> messages) {
        Map<String, List<ConsumerRecord<String, byte[]>>> byKey = new LinkedHashMap<>();
        Map<Integer, Long> positions = new HashMap<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            byKey.computeIfAbsent(String.valueOf(message.key()), key -> new ArrayList<>())
                    .add(message);
            positions.put(message.partition(), message.offset() + 1);
        }
        List<CompletableFuture<Void>> projected = byKey.values().stream()
                .map(ofKey -> CompletableFuture.runAsync(() -> ofKey.forEach(this::project), executor))
                .toList();
        projected.forEach(CompletableFuture::join);
        takeBackWhatWasLost();
        positions.forEach(leaseGrace::projectedTo);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            leaseGrace.assigned(partition.partition(), ends.getOrDefault(partition, 0L));
            leaseGrace.projectedTo(partition.partition(), consumer.position(partition));
        }
        jobIndex.assign(numbers(partitions));
        recovery.scanSoon();
        LOG.atInfo().addKeyValue(LogKeys.PARTITIONS, numbers(partitions)).log("Partitions assigned");
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        release(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        release(partitions);
    }

    private void release(Collection<TopicPartition> partitions) {
        leaseGrace.revoked(numbers(partitions));
        jobIndex.revoke(numbers(partitions));
        LOG.atInfo().addKeyValue(LogKeys.PARTITIONS, numbers(partitions)).log("Partitions released");
    }

    /**
     * Repeats until the report is projected: while MongoDB is unavailable, the reports wait in Kafka, and this thread waits with the next
     * one.
     */
    private void project(ConsumerRecord<String, byte[]> message) {
        boolean done = false;
        while (!done && !Thread.currentThread().isInterrupted()) {
            try {
                router.route(message);
                done = true;
            } catch (DataAccessException e) {
                LOG.atWarn()
                        .addKeyValue(LogKeys.FAULT, e.getMessage())
                        .log("Report cannot be projected now; it is repeated after a pause");
                leaseGrace.notProjected(message.partition());
                pause.beforeNextTry();
            }
        }
    }

    /** What cannot be stored now is judged again by the next presence. */
    private void takeBackWhatWasLost() {
        try {
            presences.reportsProjected();
        } catch (DataAccessException e) {
            LOG.atWarn().addKeyValue(LogKeys.FAULT, e.getMessage()).log("Lost assignments are taken back later");
        }
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toCollection(HashSet::new));
    }

    /** The pause before a report is projected again. */
    @FunctionalInterface
    interface Pause {
        /** Returns early if interrupted, with the thread's interrupt flag set. */
        void beforeNextTry();
    }
}
