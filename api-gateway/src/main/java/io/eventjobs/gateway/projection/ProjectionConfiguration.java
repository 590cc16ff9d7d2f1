package io.eventjobs.gateway.projection;

import io.eventjobs.gateway.dispatch.BatchPermits;
import io.eventjobs.gateway.dispatch.DispatchProperties;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.hostlimit.HostLimiter;
import io.eventjobs.gateway.job.JobDecisions;
import io.eventjobs.gateway.kafka.ExecutionControls;
import io.eventjobs.gateway.kafka.StoredCommands;
import io.eventjobs.gateway.lease.LeaseGrace;
import io.eventjobs.gateway.lease.LostAssignments;
import io.eventjobs.gateway.mongo.JobLogs;
import io.eventjobs.gateway.mongo.Quarantine;
import io.eventjobs.gateway.recovery.RecordRefresher;
import io.eventjobs.gateway.recovery.Recovery;
import io.eventjobs.gateway.trace.JobTraces;
import io.eventjobs.gateway.transition.JobTransitions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Bean
    ClaimAnswers claimAnswers(
            JobTransitions jobs,
            JobDecisions decisions,
            BatchPermits permits,
            HostLimiter hosts,
            BooleanSupplier queuePaused,
            ExecutionControls controls) {
        return new ClaimAnswers(jobs, decisions, permits, hosts, queuePaused, controls);
    }

    @Bean
    ReportProjection reportProjection(
            JobIndex jobIndex,
            JobTransitions jobs,
            JobDecisions decisions,
            DispatchProperties properties,
            JobLogs logs,
            HostLimiter hosts,
            ExecutionControls controls) {
        return new ReportProjection(
                jobIndex,
                jobs,
                decisions,
                new ReportProjection.ProgressThrottle(properties.lease()),
                logs,
                hosts,
                controls);
    }

    @Bean
    ReportRouter reportRouter(
            ClaimAnswers claims,
            ReportProjection reports,
            UndecodableCommands undecodable,
            PresenceProjection presences,
            RecordRefresher refresher,
            UnreadableReports unreadable,
            JobTraces traces) {
        return new ReportRouter(claims, reports, undecodable, presences, refresher, unreadable, traces);
    }

    @Bean
    PresenceProjection presenceProjection(WorkerRegistry workers, LostAssignments lost) {
        return new PresenceProjection(workers, lost);
    }

    @Bean
    UndecodableCommands undecodableCommands(
            StoredCommands commands, ReportProjection reports, Quarantine quarantine, MeterRegistry meters) {
        return new UndecodableCommands(commands, reports, quarantine, meters);
    }

    @Bean
    UnreadableReports unreadableReports(Quarantine quarantine, MeterRegistry meters) {
        return new UnreadableReports(quarantine, meters);
    }

    @Bean
    ReportListener.Pause reportPause() {
        return () -> {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Bean
    ReportListener reportListener(
            ReportRouter router,
            PresenceProjection presences,
            JobIndex jobIndex,
            LeaseGrace leaseGrace,
            Recovery recovery,
            ExecutorService backgroundExecutor,
            ReportListener.Pause reportPause) {
        return new ReportListener(router, presences, jobIndex, leaseGrace, recovery, backgroundExecutor, reportPause);
    }
}
