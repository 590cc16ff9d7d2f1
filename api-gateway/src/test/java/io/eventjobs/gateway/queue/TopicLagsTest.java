package io.eventjobs.gateway.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.kafka.FakeAdmin;
import io.eventjobs.model.protocol.Topics;
import java.util.Map;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.junit.jupiter.api.Test;

class TopicLagsTest {
    private final BrokerLags broker = new BrokerLags();
    private final TopicLags lags = new TopicLags(broker::admin, Topics.DEFAULT);

    @Test
    void nobodyIsBehindWhereNothingWasSent() throws InterruptedException {
        assertThat(lags.now()).containsExactly(Map.entry("commands", 0L), Map.entry("reports", 0L));
    }

    @Test
    void sumsUpTheCommandsThatNoWorkerHasReadOverAllPartitions() throws InterruptedException {
        broker.commands(2, 0, 5);

        assertThat(lags.now()).containsEntry("commands", 7L);
    }

    @Test
    void aPartitionOfWhichNobodyKnowsTheLagCountsForNothing() throws InterruptedException {
        broker.commands(2, -1);

        assertThat(lags.now()).containsEntry("commands", 2L);
    }

    @Test
    void theLagOfReportsIsWhatStandsBetweenReadingAndTheEnd() throws InterruptedException {
        broker.reports(Map.of(0, 100L, 1, 7L), Map.of(0, 130L, 1, 7L));

        assertThat(lags.now()).containsEntry("reports", 30L);
    }

    @Test
    void partitionsThatNoGatewayEverReadAreNotCounted() throws InterruptedException {
        broker.reports(Map.of(0, 100L), Map.of(0, 101L, 1, 5_000L));

        assertThat(lags.now()).containsEntry("reports", 1L);
    }

    @Test
    void knowsNothingWhereKafkaRefuses() throws InterruptedException {
        broker.commands(FakeAdmin.failed(new GroupIdNotFoundException("no such group")));

        assertThat(lags.now()).isEmpty();
    }
}
