package io.eventjobs.gateway.outbox;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {
    @Bean
    OutboxSettler outboxSettler(JobRecords jobs, BatchRecords batches) {
        return new OutboxSettler(jobs, batches);
    }

    @Bean
    OutboxRelay outboxRelay(GatewaySender sender, OutboxSettler settler, PublicationListener listener) {
        return new OutboxRelay(sender, settler, listener);
    }

    @Bean
    TaskRunner settlerRunner(OutboxSettler settler) {
        return new TaskRunner("settler", Phases.SETTLING, new Signal(), settler);
    }
}
