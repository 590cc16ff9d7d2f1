package io.eventjobs.worker.kafka;

import io.eventjobs.worker.fixture.Kafka;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Records the acknowledgement of each record, which Kafka's mock consumer does not keep. */
final class AcknowledgingConsumer extends MockShareConsumer<String, byte[]> {
    final Map<Long, AcknowledgeType> answers = new LinkedHashMap<>();
    int commits;
    int polls;
    int emptyPolls;
    Runnable duringEmptyPoll = () -> {};
    Runnable onSubscription = () -> {};
    Runnable afterPoll = () -> {};
    Optional<KafkaException> refusal = Optional.empty();
    KafkaException closing;
    boolean isClosed;

    AcknowledgingConsumer() {
        subscribe(Set.of(Kafka.TOPICS.commands()));
    }

    void send(long offset, byte[] value) {
        addRecord(new ConsumerRecord<>(Kafka.TOPICS.commands(), 0, offset, "key-" + offset, value));
    }

    @Override
    public synchronized void subscribe(Collection<String> topics) {
        super.subscribe(topics);
        onSubscription.run();
    }

    @Override
    public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
        polls++;
        if (polls <= emptyPolls) {
            duringEmptyPoll.run();
            return ConsumerRecords.empty();
        }
        ConsumerRecords<String, byte[]> polled = super.poll(timeout);
        afterPoll.run();
        return polled;
    }

    @Override
    public synchronized void acknowledge(ConsumerRecord<String, byte[]> record, AcknowledgeType type) {
        super.acknowledge(record, type);
        answers.put(record.offset(), type);
    }

    @Override
    public synchronized Map<TopicIdPartition, Optional<KafkaException>> commitSync(Duration timeout) {
        commits++;
        return Map.of(new TopicIdPartition(Uuid.ZERO_UUID, new TopicPartition(Kafka.TOPICS.commands(), 0)), refusal);
    }

    @Override
    public synchronized void close(Duration timeout) {
        if (closing != null) {
            throw closing;
        }
        isClosed = true;
        super.close(timeout);
    }
}
