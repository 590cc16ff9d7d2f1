package io.eventjobs.gateway.trace;

import io.eventjobs.tracing.Tracing;
import io.eventjobs.tracing.TracingSetup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tracing as OpenTelemetry's environment variables say; off by default. */
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {
    @Bean(destroyMethod = "close")
    Tracing tracing() {
        return TracingSetup.ofEnvironment("event-jobs-gateway");
    }

    @Bean
    JobTraces jobTraces(Tracing tracing) {
        return new JobTraces(tracing);
    }

    @Bean
    RequestTraceFilter requestTraceFilter(Tracing tracing) {
        return new RequestTraceFilter(tracing);
    }
}
