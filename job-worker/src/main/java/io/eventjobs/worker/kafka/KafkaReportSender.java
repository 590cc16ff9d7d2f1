package io.eventjobs.worker.kafka;

import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import io.eventjobs.worker.execution.ReportSender;
import io.eventjobs.worker.log.LogKeys;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Reports on their topic; a future fails if Kafka did not acknowledge in time. Thread-safe. */
public final class KafkaReportSender implements ReportSender {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaReportSender.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final Topics topics;
    private final MessageCodec<Report> codec = MessageCodec.reports();
    private final AtomicInteger unacknowledged = new AtomicInteger();

    public KafkaReportSender(KafkaTemplate<String, byte[]> kafka, Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    @Override
    public CompletableFuture<?> send(Report.OfExecution report) {
        return send(new ProducerRecord<>(topics.reports(), report.of().jobId().value(), codec.encode(report)));
    }

    /** Of a command that cannot be read, to whoever looks after its key. */
    CompletableFuture<?> send(Report.Undecodable report) {
        String key = report.key() == null ? report.workerId().value() : report.key();
        return send(new ProducerRecord<>(topics.reports(), key, codec.encode(report)));
    }

    /** To every gateway: one to each partition. One that is lost is followed by the next. */
    void sendToAll(Report.Presence presence) {
        byte[] message = codec.encode(presence);
        int partitions;
        try {
            partitions = kafka.partitionsFor(topics.reports()).size();
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.FAULT, String.valueOf(e.getMessage()))
                    .log("Presence not sent this time");
            return;
        }
        for (int partition = 0; partition < partitions; partition++) {
            send(new ProducerRecord<>(
                    topics.reports(), partition, presence.workerId().value(), message));
        }
    }

    /** Returns when all that was sent is acknowledged or has failed. */
    void flush() {
        kafka.flush();
    }

    /** Messages that were sent, and are neither acknowledged nor given up. */
    public int unacknowledged() {
        return unacknowledged.get();
    }

    /** A producer throws when it knows no broker or is closed: to whoever sends, that is a failure like any other. */
    private CompletableFuture<?> send(ProducerRecord<String, byte[]> message) {
        unacknowledged.incrementAndGet();
        try {
            return kafka.send(message).whenComplete((stored, fault) -> unacknowledged.decrementAndGet());
        } catch (RuntimeException e) {
            unacknowledged.decrementAndGet();
            return CompletableFuture.failedFuture(e);
        }
    }
}
