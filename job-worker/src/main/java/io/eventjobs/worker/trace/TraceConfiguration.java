package io.eventjobs.worker.trace;

import io.eventjobs.tracing.Tracing;
import io.eventjobs.tracing.TracingSetup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tracing as OpenTelemetry's environment variables say; off by default. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {
    @Bean(destroyMethod = "close")
    Tracing tracing() {
        return TracingSetup.ofEnvironment("event-jobs-worker");
    }
}
