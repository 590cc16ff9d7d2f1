package io.eventjobs.worker.execution;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.tracing.Tracing;
import io.eventjobs.worker.background.Ticker;
import io.eventjobs.worker.work.JobWork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The slots and their executions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExecutionProperties.class)
public class ExecutionConfiguration {
    @Bean
    WorkFolder workFolder(ExecutionProperties properties) throws IOException {
        return WorkFolder.open(
                properties.workFolder() == null
                        ? Path.of(System.getProperty("java.io.tmpdir"))
                        : properties.workFolder());
    }

    @Bean
    Executions executions() {
        return new Executions();
    }

    @Bean
    ExecutionRunner executionRunner(List<JobWork> works, ArtifactStore store, Tracing tracing) {
        return new ExecutionRunner(works, store, tracing);
    }

    @Bean
    TimeSource timeSource(Clock clock, Ticker ticker) {
        return new TimeSource(clock, ticker);
    }

    @Bean
    WorkThreads workThreads(ExecutionProperties properties) {
        return new WorkThreads(properties.slots());
    }

    @Bean
    ExecutionFactory executionFactory(
            WorkerId workerId,
            ExecutionProperties properties,
            WorkFolder folder,
            ReportSender reports,
            ExecutionRunner runner,
            WorkThreads threads,
            TimeSource timeSource) {
        return new ExecutionFactory(
                command -> new Report.Execution(command.jobId(), command.token(), ExecutionId.random(), workerId),
                properties.limits(),
                folder,
                reports,
                runner,
                threads::of,
                timeSource);
    }

    @Bean
    Slots slots(
            ExecutionProperties properties,
            ExecutionFactory factory,
            Executions executions,
            ExecutionListener listener,
            Ticker ticker) {
        Prefetch prefetch = new Prefetch(properties.slots(), properties.prefetch(), ticker);
        return new Slots(properties.slots(), prefetch, factory, executions, listener);
    }

    @Bean
    SlotDrain slotDrain(ExecutionProperties properties, Slots slots, Executions executions) {
        return new SlotDrain(slots, executions, properties.stopGracePeriod(), properties.drainTimeout());
    }

    @Bean
    ControlRouter controlRouter(
            WorkerId workerId, Slots slots, Executions executions, ReportSender reports, ExecutionListener listener) {
        return new ControlRouter(workerId, slots, executions, reports, listener);
    }

    @Bean
    WorkerPresence workerPresence(WorkerId workerId, Slots slots, Executions executions, ExecutionRunner runner) {
        return new WorkerPresence(workerId, slots, executions, runner.jobTypes());
    }
}
