package io.eventjobs.gateway.kafka;

import io.eventjobs.gateway.trace.JobTraces;
import io.eventjobs.model.codec.EventCodec;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends all of a gateway's Kafka messages. The future of each send fails if Kafka does not acknowledge within the producer's delivery
 * timeout. Thread-safe; messages with the same key keep their order.
 */
public final class GatewaySender {
    private final KafkaTemplate<String, byte[]> kafka;
    private final Topics topics;
    private final JobTraces traces;
    private final EventCodec events = new EventCodec();
    private final MessageCodec<JobCommand> commands = MessageCodec.commands();
    private final MessageCodec<Control> controls = MessageCodec.controls();
    private final MessageCodec<Report> reports = MessageCodec.reports();

    /** @param traces the current context is sent with each message */
    public GatewaySender(KafkaTemplate<String, byte[]> kafka, Topics topics, JobTraces traces) {
        this.kafka = kafka;
        this.topics = topics;
        this.traces = traces;
    }

    public CompletableFuture<?> command(JobCommand command) {
        return send(new ProducerRecord<>(topics.commands(), command.jobId().value(), commands.encode(command)));
    }

    public CompletableFuture<?> control(Control control) {
        return send(new ProducerRecord<>(topics.controls(), control.workerId().value(), controls.encode(control)));
    }

    /** Sends to the gateway that owns the partition of this key. */
    public CompletableFuture<?> report(String key, Report report) {
        return send(new ProducerRecord<>(topics.reports(), key, reports.encode(report)));
    }

    /** Sends to one partition, whatever gateway owns it. */
    public CompletableFuture<?> report(int partition, String key, Report report) {
        return send(new ProducerRecord<>(topics.reports(), partition, key, reports.encode(report)));
    }

    /** Resends a report unchanged, to the current owner of its key. */
    public CompletableFuture<?> again(@Nullable String key, byte[] report) {
        return send(new ProducerRecord<>(topics.reports(), key, report));
    }

    /**
     * CloudEvents 1.0, Kafka binding in binary mode: attributes as headers, data as the value. Failures not caused by a person are also
     * sent to the dead letter topic.
     */
    public CompletableFuture<?> event(TenantId tenant, String key, PublicEvent event) {
        return traces.publish(event, () -> published(tenant, key, event));
    }

    private CompletableFuture<?> published(TenantId tenant, String key, PublicEvent event) {
        CompletableFuture<?> published = send(message(topics.events(), tenant, key, event));
        return isDeadLetter(event)
                ? CompletableFuture.allOf(
                        published, send(message(topics.deadLetters(), tenant, event.subject(), event)))
                : published;
    }

    /** A producer that cannot be created, or knows no broker, throws; for the sender that is a failure like any other. */
    private CompletableFuture<?> send(ProducerRecord<String, byte[]> message) {
        traces.inject(message.headers());
        try {
            return kafka.send(message);
        } catch (KafkaException | org.apache.kafka.common.KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** A code that only a newer gateway knows counts as such a failure, too. */
    private static boolean isDeadLetter(PublicEvent event) {
        return event.type() == EventType.JOB_FAILED
                && Arrays.stream(FailureCode.values())
                        .filter(code -> code.name().equals(event.data().get("error_code")))
                        .allMatch(FailureCode::isDeadLetter);
    }

    private ProducerRecord<String, byte[]> message(String topic, TenantId tenant, String key, PublicEvent event) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, events.value(event));
        events.headers(tenant, event)
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
