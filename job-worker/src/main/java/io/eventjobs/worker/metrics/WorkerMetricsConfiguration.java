package io.eventjobs.worker.metrics;

import io.eventjobs.worker.execution.Slots;
import io.eventjobs.worker.kafka.ControlChannel;
import io.eventjobs.worker.kafka.KafkaReportSender;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Meters of the worker and of its JVM. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    MetricsAutoConfiguration.class,
    CompositeMeterRegistryAutoConfiguration.class,
    SimpleMetricsExportAutoConfiguration.class,
    PrometheusMetricsExportAutoConfiguration.class,
    JvmMetricsAutoConfiguration.class,
    SystemMetricsAutoConfiguration.class
})
public class WorkerMetricsConfiguration {
    @Bean
    ExecutionMeters executionMeters(MeterRegistry meters) {
        return new ExecutionMeters(meters);
    }

    @Bean
    ParserMeters parserMeters(MeterRegistry meters) {
        return new ParserMeters(meters);
    }

    @Bean
    WorkerGauges workerGauges(Slots slots, KafkaReportSender reports, ControlChannel controls) {
        return new WorkerGauges(slots, reports, controls);
    }
}
