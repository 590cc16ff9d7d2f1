package io.eventjobs.worker.kafka;

import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends reports; each answers with a future that fails if Kafka did not acknowledge in time. In order for each job. Thread-safe. */
public final class KafkaReportSender {
    private final KafkaTemplate<String, byte[]> kafka;
    private final Topics topics;
    private final MessageCodec<Report> codec = MessageCodec.reports();

    public KafkaReportSender(KafkaTemplate<String, byte[]> kafka, Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /** To the gateway that looks after the job. */
    public CompletableFuture<?> send(Report.OfExecution report) {
        return send(new ProducerRecord<>(topics.reports(), report.of().jobId().value(), codec.encode(report)));
    }

    /** Of a command that cannot be read, to whoever looks after its key. */
    public CompletableFuture<?> send(Report.Undecodable report) {
        String key = report.key() == null ? report.workerId().value() : report.key();
        return send(new ProducerRecord<>(topics.reports(), key, codec.encode(report)));
    }

    /** To every gateway: one to each partition. */
    public void sendToAll(Report.Presence presence) {
        byte[] message = codec.encode(presence);
        for (int partition = 0;
                partition < kafka.partitionsFor(topics.reports()).size();
                partition++) {
            send(new ProducerRecord<>(
                    topics.reports(), partition, presence.workerId().value(), message));
        }
    }

    /** Returns when all that was sent is acknowledged or has failed. */
    public void flush() {
        kafka.flush();
    }

    /** Kafka's producer throws when it knows no broker: to whoever sends that is a failure as any other. */
    private CompletableFuture<?> send(ProducerRecord<String, byte[]> message) {
        try {
            return kafka.send(message);
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
