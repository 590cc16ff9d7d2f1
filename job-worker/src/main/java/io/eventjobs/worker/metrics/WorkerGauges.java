package io.eventjobs.worker.metrics;

import io.eventjobs.worker.execution.Slots;
import io.eventjobs.worker.kafka.ControlChannel;
import io.eventjobs.worker.kafka.KafkaReportSender;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/** Gauges of the worker's slots and of its contact with gateways. */
record WorkerGauges(Slots slots, KafkaReportSender reports, ControlChannel controls) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("event_jobs_worker_slots", slots, Slots::busy)
                .tag("state", "busy")
                .register(meters);
        Gauge.builder("event_jobs_worker_slots", slots, all -> all.count() - all.busy())
                .tag("state", "free")
                .register(meters);
        Gauge.builder("event_jobs_worker_reports_unacknowledged", reports, KafkaReportSender::unacknowledged)
                .register(meters);
        Gauge.builder(
                        "event_jobs_worker_controls_silence_seconds",
                        controls,
                        channel -> channel.silence().toMillis() / (double) TimeUnit.SECONDS.toMillis(1))
                .register(meters);
    }
}
