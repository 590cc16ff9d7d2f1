package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.hostlimit.HostLimiter;
import io.eventjobs.gateway.job.JobDecisions;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.quota.RunningLimit;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import io.eventjobs.gateway.trace.JobTraces;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.JobTransitions;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DispatchProperties.class)
class DispatchConfiguration {
    /** Raised when a job may have become ready, or capacity may have become free. */
    @Bean
    Signal dispatchable() {
        return new Signal();
    }

    @Bean
    JobIndex jobIndex(OwnedPartitions partitions, Ticker ticker, Signal dispatchable) {
        return new JobIndex(partitions, ticker, dispatchable);
    }

    @Bean
    WorkerRegistry workerRegistry(Ticker ticker, Signal dispatchable) {
        return new WorkerRegistry(ticker, dispatchable);
    }

    @Bean
    BatchPermits batchPermits(BatchTransitions batches, Signal dispatchable) {
        return new BatchPermits(batches, dispatchable);
    }

    @Bean
    DispatchPermits dispatchPermits(JobIndex jobIndex, JobTransitions jobs, BatchPermits batches, HostLimiter hosts) {
        return new DispatchPermits(jobIndex, jobs, batches, hosts);
    }

    @Bean
    CommandSender commandSender(GatewaySender sender, DispatchProperties properties, JobTraces traces) {
        return new CommandSender(sender, properties.retry().policy(), properties.lease(), traces);
    }

    /** @param queuePaused whether the queue is paused */
    @Bean
    DispatchCapacity dispatchCapacity(
            WorkerRegistry workers,
            JobIndex jobIndex,
            OwnedPartitions partitions,
            DispatchProperties properties,
            RunningLimit ofTenants,
            BooleanSupplier queuePaused,
            Ticker ticker) {
        return new DispatchCapacity(workers, jobIndex, partitions, properties, ofTenants, queuePaused, ticker);
    }

    @Bean
    JobDecisions jobDecisions(DispatchProperties properties, Clock clock) {
        return new JobDecisions(properties.retry().policy(), clock, () -> ThreadLocalRandom.current()
                .nextLong());
    }

    @Bean
    Dispatcher dispatcher(
            JobIndex jobIndex,
            JobTransitions jobs,
            DispatchPermits permits,
            DispatchCapacity capacity,
            CommandSender commands,
            ExecutorService backgroundExecutor,
            Clock clock) {
        return new Dispatcher(jobIndex, jobs, permits, capacity, commands, backgroundExecutor, clock);
    }

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner dispatchRunner(Dispatcher dispatcher, Signal dispatchable) {
        return new TaskRunner("dispatcher", Phases.BACKGROUND, dispatchable, dispatcher);
    }
}
