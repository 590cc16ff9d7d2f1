package io.eventjobs.gateway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.JobId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnedPartitionsTest {
    private static final int COUNT = 12;

    private final OwnedPartitions partitions = new OwnedPartitions(new ReportPartitions(COUNT));

    @Test
    void looksAfterNothingAtFirst() {
        assertThat(partitions.all()).isEmpty();
        assertThat(partitions.owns("key")).isFalse();
        assertThat(partitions.total()).isEqualTo(COUNT);
    }

    @Test
    void looksAfterWhatIsAssignedUntilItIsTaken() {
        partitions.add(Set.of(1, 2));
        partitions.add(Set.of(2, 3));
        partitions.remove(Set.of(1, 9));

        assertThat(partitions.all()).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void whatSomebodyWasToldDoesNotChangeLater() {
        partitions.add(Set.of(1));
        Set<Integer> before = partitions.all();

        partitions.add(Set.of(2));

        assertThat(before).containsExactly(1);
    }

    @Test
    void aJobIsOwnedWithThePartitionOfItsReportsOnly() {
        JobId job = JobId.at(Jobs.NOW, UUID.randomUUID());
        int own = partitions.partitionOf(job);
        Set<Integer> others = IntStream.range(0, COUNT)
                .filter(partition -> partition != own)
                .boxed()
                .collect(Collectors.toSet());

        partitions.add(others);
        assertThat(partitions.owns(job)).isFalse();

        partitions.remove(others);
        partitions.add(Set.of(own));
        assertThat(partitions.owns(job)).isTrue();
    }

    @Test
    void aBatchIsOwnedByTheKeyThatItsTenantIsIn() {
        partitions.add(Set.of(new ReportPartitions(COUNT).of("default/batch-1")));

        assertThat(partitions.owns(Jobs.BATCH)).isTrue();
        assertThat(partitions.owns("default/batch-1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "job-0195500a-0000-7000-8000-000000000000", "default/Größe", "🎉"})
    void aKeyIsInThePartitionThatKafkasProducersPutItIn(String key) {
        assertThat(new ReportPartitions(COUNT).of(key))
                .isEqualTo(BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), COUNT));
    }

    @Test
    void jobsAreSpreadOverAllPartitions() {
        ReportPartitions spread = new ReportPartitions(COUNT);
        List<Integer> found = IntStream.range(0, 500)
                .map(i -> spread.of(JobId.at(Jobs.NOW, new UUID(i, i)).value()))
                .boxed()
                .toList();

        assertThat(Set.copyOf(found)).hasSize(COUNT);
    }
}
