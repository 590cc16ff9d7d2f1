package io.eventjobs.gateway.metrics;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.mongo.QueueStatistics;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {
    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner storedGaugesRunner(QueueStatistics queue, MeterRegistry registry, Clock clock) {
        return new TaskRunner(
                "stored-gauges", Phases.BACKGROUND, new Signal(), new StoredGauges(queue, registry, clock));
    }
}
