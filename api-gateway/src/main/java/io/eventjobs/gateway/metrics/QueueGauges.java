package io.eventjobs.gateway.metrics;

import io.eventjobs.gateway.dispatch.DispatchPermits;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.host.HostWait;
import io.eventjobs.gateway.outbox.OutboxRelay;
import io.eventjobs.model.job.JobStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Gauges of the jobs that this gateway owns, from memory; the sum over all gateways is the total. */
@Component
class QueueGauges implements MeterBinder {
    private final JobIndex jobIndex;
    private final WorkerRegistry workers;
    private final OutboxRelay outbox;
    private final DispatchPermits permits;

    QueueGauges(JobIndex jobIndex, WorkerRegistry workers, OutboxRelay outbox, DispatchPermits permits) {
        this.jobIndex = jobIndex;
        this.workers = workers;
        this.outbox = outbox;
        this.permits = permits;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (JobStatus status : JobStatus.values()) {
            if (!status.isTerminal()) {
                Gauge.builder("event_jobs.jobs", jobIndex, jobs -> jobs.count(status))
                        .tag("status", status.word())
                        .description("Unfinished jobs in the partitions that this gateway owns")
                        .register(registry);
            }
        }
        for (HostWait reason : HostWait.values()) {
            Gauge.builder("event_jobs.hosts.waited.for", permits, asked -> asked.hostsWaitedFor(reason))
                    .tag("reason", reason.word())
                    .description("Hosts that jobs of this gateway waited for in the last round of dispatch")
                    .register(registry);
        }
        Gauge.builder("event_jobs.partitions", jobIndex, jobs -> jobs.owned().size())
                .description("Report partitions that this gateway owns")
                .register(registry);
        Gauge.builder("event_jobs.slots", workers, WorkerRegistry::slots)
                .description("Slots of all workers that take jobs, as known to every gateway")
                .register(registry);
        Gauge.builder("event_jobs.workers", workers, present -> present.present()
                        .size())
                .description("Present workers, as known to every gateway")
                .register(registry);
        Gauge.builder("event_jobs.outbox.waiting", outbox, OutboxRelay::subjectsWaiting)
                .description("Jobs and batches with events that this gateway has not published yet")
                .register(registry);
    }
}
