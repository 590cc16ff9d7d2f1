package io.eventjobs.gateway.replay;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.deadletter.DeadLetters;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.ReplayRecords;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {
    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner replayRunner(
            ReplayRecords records, DeadLetters letters, OwnedPartitions partitions, Clock clock, Ticker ticker) {
        return new TaskRunner(
                "replays",
                Phases.BACKGROUND,
                new Signal(),
                new ReplayTask(records, letters, partitions, clock, ticker));
    }
}
