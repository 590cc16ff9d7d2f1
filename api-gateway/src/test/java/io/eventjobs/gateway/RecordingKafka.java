package io.eventjobs.gateway;

import io.eventjobs.gateway.kafka.StoredCommands;
import io.eventjobs.model.protocol.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;

/** A Kafka that acknowledges at once what is sent to it, or nothing while it is away. */
final class RecordingKafka extends MockProducer<String, byte[]> {
    private Predicate<String> away = topic -> false;

    RecordingKafka() {
        super(true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    }

    void isAway(Predicate<String> topics) {
        away = topics;
    }

    List<ProducerRecord<String, byte[]>> sentTo(String topic) {
        return history().stream()
                .filter(message -> message.topic().equals(topic))
                .toList();
    }

    /** The command that was sent as this one, whatever its partition. */
    Optional<StoredCommands.Stored> command(int partition, long offset) {
        List<ProducerRecord<String, byte[]>> commands = sentTo(Topics.DEFAULT.commands());
        return offset >= commands.size()
                ? Optional.empty()
                : Optional.of(commands.get((int) offset))
                        .map(sent -> new StoredCommands.Stored(sent.key(), sent.value()));
    }

    KafkaTemplate<String, byte[]> template() {
        ProducerFactory<String, byte[]> factory = new ProducerFactory<>() {
            @Override
            public Producer<String, byte[]> createProducer() {
                return RecordingKafka.this;
            }
        };
        KafkaTemplate<String, byte[]> template = new KafkaTemplate<>(factory);
        template.setProducerListener(new ProducerListener<>() {});
        return template;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> message, Callback callback) {
        if (away.test(message.topic())) {
            TimeoutException fault = new TimeoutException("no broker");
            callback.onCompletion(null, fault);
            return CompletableFuture.failedFuture(fault);
        }
        return super.send(message, callback);
    }

    /** The template closes what a factory made after each message. */
    @Override
    public void close(Duration timeout) {
        // stays open for the next message
    }
}
