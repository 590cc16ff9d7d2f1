package io.eventjobs.gateway;

import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.kafka.ReportPartitions;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** The reports topic as one gateway sees it: which partitions it is assigned, and the messages that arrive in them. */
final class IncomingReports {
    private final GatewayContext gateway;
    private final Map<Integer, Long> offsets = new HashMap<>();

    private Runnable presence = () -> {};

    IncomingReports(GatewayContext gateway) {
        this.gateway = gateway;
    }

    /** These partitions become this gateway's, with so many reports in each of them still to be read. */
    void assigned(Set<Integer> partitions, long behind) {
        Set<TopicPartition> assigned = topicPartitions(partitions);
        try (MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest")) {
            consumer.assign(assigned);
            assigned.forEach(partition -> consumer.seek(partition, offset(partition.partition())));
            consumer.updateEndOffsets(assigned.stream()
                    .collect(Collectors.toMap(
                            partition -> partition, partition -> offset(partition.partition()) + behind)));
            rebalanced().onPartitionsAssigned(consumer, assigned);
        }
    }

    /** These partitions become another gateway's. */
    void revoked(Set<Integer> partitions) {
        try (MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest")) {
            rebalanced().onPartitionsRevokedAfterCommit(consumer, topicPartitions(partitions));
        }
    }

    /** The worker says that it is there. */
    void worker(int slots) {
        announced(() -> arrive(
                new Report.Presence(GatewayHarness.WORKER, "1", slots, List.of(), Set.of(JobType.values()), false)));
    }

    /** The worker says in every partition that it is there, and that jobs may be assigned to it; it has just ended others. */
    void assignable(int slots, Report.Execution... executions) {
        announced(() -> {
            arriveEverywhere(new Report.Presence(
                    GatewayHarness.WORKER,
                    "1",
                    slots,
                    null,
                    List.of(executions),
                    Set.of(JobType.values()),
                    false,
                    true));
            gateway.bean("workerRegistry", WorkerRegistry.class).reported(GatewayHarness.WORKER);
        });
    }

    /** The worker says the same again. */
    void presenceAgain() {
        presence.run();
    }

    private void announced(Runnable now) {
        presence = now;
        now.run();
    }

    /** Reports arrive, in this order. */
    void arrive(Report... reports) {
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        for (Report report : reports) {
            messages.add(message(report));
        }
        listener().onMessage(messages);
    }

    /** Sent at the gateway's time. */
    private void arriveEverywhere(Report.Presence presence) {
        byte[] bytes = MessageCodec.reports().encode(presence);
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        for (int partition = 0; partition < GatewayHarness.PARTITIONS; partition++) {
            messages.add(new ConsumerRecord<>(
                    Topics.DEFAULT.reports(),
                    partition,
                    next(partition),
                    gateway.time.instant().toEpochMilli(),
                    TimestampType.CREATE_TIME,
                    0,
                    bytes.length,
                    presence.workerId().value(),
                    bytes,
                    new RecordHeaders(),
                    Optional.empty()));
        }
        listener().onMessage(messages);
    }

    /** Bytes arrive that may be a report. */
    void arrive(String key, byte[] bytes) {
        listener().onMessage(List.of(new ConsumerRecord<>(Topics.DEFAULT.reports(), 0, next(0), key, bytes)));
    }

    private ConsumerRecord<String, byte[]> message(Report report) {
        String key = report instanceof Report.OfExecution of ? of.of().jobId().value() : "key";
        int partition = new ReportPartitions(GatewayHarness.PARTITIONS).of(key);
        return new ConsumerRecord<>(
                Topics.DEFAULT.reports(),
                partition,
                next(partition),
                key,
                MessageCodec.reports().encode(report));
    }

    private long offset(int partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    private long next(int partition) {
        return offsets.merge(partition, 1L, Long::sum) - 1;
    }

    private static Set<TopicPartition> topicPartitions(Set<Integer> partitions) {
        return partitions.stream()
                .map(partition -> new TopicPartition(Topics.DEFAULT.reports(), partition))
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private BatchMessageListener<String, byte[]> listener() {
        return gateway.bean("reportListener", BatchMessageListener.class);
    }

    private ConsumerAwareRebalanceListener rebalanced() {
        return gateway.bean("reportListener", ConsumerAwareRebalanceListener.class);
    }
}
