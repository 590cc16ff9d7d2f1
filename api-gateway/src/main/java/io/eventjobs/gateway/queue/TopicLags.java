package io.eventjobs.gateway.queue;

import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.model.protocol.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The consumer lag of each topic. */
class TopicLags {
    private static final Logger LOG = LoggerFactory.getLogger(TopicLags.class);
    private static final int TIMEOUT_SECONDS = 3;

    private final Supplier<Admin> kafka;
    private final Topics topics;

    TopicLags(Supplier<Admin> kafka, Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /** By topic without its prefix; empty if Kafka does not respond. */
    Map<String, Long> now() throws InterruptedException {
        try (Admin admin = kafka.get()) {
            Map<String, Long> lags = new LinkedHashMap<>();
            lags.put("commands", commands(admin));
            lags.put("reports", reports(admin));
            return lags;
        } catch (ExecutionException | TimeoutException e) {
            LOG.atInfo()
                    .addKeyValue(LogKeys.FAULT, String.valueOf(e.getMessage()))
                    .log("Consumer lag unavailable");
            return Map.of();
        }
    }

    private long commands(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        String group = topics.workersGroup();
        return admin
                .listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                .partitionsToOffsetInfo(group)
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .values()
                .stream()
                .filter(info -> info != null)
                .mapToLong(info -> info.lag().orElse(0L))
                .sum();
    }

    private long reports(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(topics.gatewaysGroup())
                .partitionsToOffsetAndMetadata()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, OffsetSpec> wanted =
                read.keySet().stream().collect(Collectors.toMap(partition -> partition, end -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(wanted).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        return ends.values().stream().mapToLong(ListOffsetsResultInfo::offset).sum()
                - read.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
    }
}
