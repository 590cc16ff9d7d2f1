package io.eventjobs.gateway.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.TransientDataAccessResourceException;

class CommandLogTest {
    private static final String TOPIC = "event-jobs.commands";
    private static final TopicPartition PLACE = new TopicPartition(TOPIC, 0);
    private static final byte[] VALUE = {7};

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
    private final CommandLog log = new CommandLog(() -> consumer, TOPIC);

    @BeforeEach
    void threeCommandsAreStoredOfWhichTheFirstIsGone() {
        Node[] none = {};
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), none, none)));
        consumer.updateBeginningOffsets(Map.of(PLACE, 1L));
        consumer.updateEndOffsets(Map.of(PLACE, 3L));
    }

    @Test
    void readsTheCommandAtAPlace() {
        consumer.schedulePollTask(() -> consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 2, "job", VALUE)));

        assertThat(log.at(0, 2)).hasValueSatisfying(stored -> {
            assertThat(stored.key()).isEqualTo("job");
            assertThat(stored.value()).isEqualTo(VALUE);
        });
    }

    @Test
    void findsNothingWhereTheOffsetWasSkipped() {
        consumer.schedulePollTask(() -> consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 2, "job", VALUE)));

        assertThat(log.at(0, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 3", "0, -1", "1, 1", "-1, 1", "2147483647, 9223372036854775807"})
    void findsNothingWhereNothingIsAndDoesNotWaitForIt(int partition, long offset) {
        assertThat(log.at(partition, offset)).isEmpty();
    }

    @Test
    void saysThatKafkaIsAwayRatherThanThatThereIsNothing() {
        consumer.schedulePollTask(() -> consumer.setPollException(new TimeoutException("no broker")));

        assertThatExceptionOfType(TransientDataAccessResourceException.class).isThrownBy(() -> log.at(0, 2));
        assertThat(consumer.closed()).isTrue();
    }
}
