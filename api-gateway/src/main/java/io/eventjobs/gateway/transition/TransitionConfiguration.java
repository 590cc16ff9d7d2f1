package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.outbox.OutboxRelay;
import io.eventjobs.gateway.outbox.OutboxSettler;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TransitionConfiguration {
    @Bean
    BatchTransitions batchTransitions(
            BatchRecords records, OutboxRelay outbox, ExecutorService backgroundExecutor, ConditionalUpdate update) {
        return new BatchTransitions(records, outbox, backgroundExecutor, update);
    }

    @Bean
    BatchRecounts batchRecounts(
            JobRecords jobs,
            BatchRecords records,
            BatchTransitions batches,
            OutboxSettler settler,
            ConditionalUpdate update,
            Clock clock,
            Ticker ticker) {
        return new BatchRecounts(jobs, records, batches, settler, update, clock, ticker);
    }

    @Bean
    JobTransitions jobTransitions(
            JobRecords records,
            JobCache cache,
            OutboxRelay outbox,
            BatchRecounts recounts,
            List<DispatchListener> listeners,
            ConditionalUpdate update) {
        return new JobTransitions(records, cache, outbox, recounts, listeners, update);
    }

    @Bean
    TaskRunner recountRunner(BatchRecounts recounts) {
        return new TaskRunner("recounts", Phases.SETTLING, new Signal(), recounts);
    }
}
