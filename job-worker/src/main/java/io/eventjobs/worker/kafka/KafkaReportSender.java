package io.eventjobs.worker.kafka;

import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import io.eventjobs.tracing.Tracing;
import io.eventjobs.worker.execution.ReportSender;
import io.eventjobs.worker.log.LogKeys;
import io.opentelemetry.context.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends reports to their topic; a future fails if Kafka does not acknowledge in time. Thread-safe. */
public final class KafkaReportSender implements ReportSender {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaReportSender.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final Topics topics;
    private final Tracing tracing;
    private final MessageCodec<Report> codec = MessageCodec.reports();
    private final AtomicInteger unacknowledged = new AtomicInteger();

    /** @param tracing the current context is sent with each report */
    public KafkaReportSender(KafkaTemplate<String, byte[]> kafka, Topics topics, Tracing tracing) {
        this.kafka = kafka;
        this.topics = topics;
        this.tracing = tracing;
    }

    @Override
    public CompletableFuture<?> send(Report.OfExecution report) {
        return send(new ProducerRecord<>(topics.reports(), report.of().jobId().value(), codec.encode(report)));
    }

    /** Reports an undecodable command to the gateway that owns its key. */
    CompletableFuture<?> send(Report.Undecodable report) {
        String key = report.key() == null ? report.workerId().value() : report.key();
        return send(new ProducerRecord<>(topics.reports(), key, codec.encode(report)));
    }

    /** Sends the presence to every gateway, one message per partition. A lost one is superseded by the next. */
    void sendToAll(Report.Presence presence) {
        byte[] message = codec.encode(presence);
        int partitions;
        try {
            partitions = kafka.partitionsFor(topics.reports()).size();
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.FAULT, String.valueOf(e.getMessage()))
                    .log("Presence not sent; the next one follows");
            return;
        }
        for (int partition = 0; partition < partitions; partition++) {
            send(new ProducerRecord<>(
                    topics.reports(), partition, presence.workerId().value(), message));
        }
    }

    /** Returns when everything sent has been acknowledged or has failed. */
    void flush() {
        kafka.flush();
    }

    /** The number of messages that are neither acknowledged nor failed. */
    public int unacknowledged() {
        return unacknowledged.get();
    }

    /** A producer that knows no broker or is closed throws; for the sender that is a failure like any other. */
    private CompletableFuture<?> send(ProducerRecord<String, byte[]> message) {
        unacknowledged.incrementAndGet();
        tracing.inject(Context.current(), message.headers());
        try {
            return kafka.send(message).whenComplete((stored, fault) -> unacknowledged.decrementAndGet());
        } catch (RuntimeException e) {
            unacknowledged.decrementAndGet();
            return CompletableFuture.failedFuture(e);
        }
    }
}
