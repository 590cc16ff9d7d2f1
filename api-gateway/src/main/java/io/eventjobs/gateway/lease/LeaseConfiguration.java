package io.eventjobs.gateway.lease;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.dispatch.DispatchProperties;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.job.JobDecisions;
import io.eventjobs.gateway.kafka.ExecutionControls;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import io.eventjobs.gateway.transition.JobTransitions;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LeaseConfiguration {
    @Bean
    LeaseGrace leaseGrace(Ticker ticker, DispatchProperties properties) {
        return new LeaseGrace(ticker, properties.lease());
    }

    @Bean
    LeaseExpiry leaseExpiry(
            JobIndex jobIndex,
            LeaseGrace leaseGrace,
            JobTransitions jobs,
            JobDecisions decisions,
            ExecutionControls controls,
            DispatchProperties properties,
            MeterRegistry meters) {
        return new LeaseExpiry(jobIndex, leaseGrace, jobs, decisions, controls, properties, meters);
    }

    @Bean
    LostAssignments lostAssignments(
            JobIndex jobIndex,
            WorkerRegistry workers,
            LeaseGrace leaseGrace,
            JobTransitions jobs,
            JobDecisions decisions,
            ExecutionControls controls,
            MeterRegistry meters) {
        return new LostAssignments(jobIndex, workers, leaseGrace, jobs, decisions, controls, meters);
    }

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner lostAssignmentsRunner(LostAssignments lostAssignments) {
        return new TaskRunner("lost-assignments", Phases.BACKGROUND, new Signal(), lostAssignments);
    }

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner leaseRunner(LeaseExpiry leaseExpiry) {
        return new TaskRunner("lease-expiry", Phases.BACKGROUND, new Signal(), leaseExpiry);
    }
}
