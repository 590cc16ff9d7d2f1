package io.eventjobs.worker.store;

import io.eventjobs.artifact.MinioArtifactStore;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The object store, and a counter of the bytes written to it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
public class StoreConfiguration {
    @Bean(destroyMethod = "close")
    MeteredArtifactStore artifactStore(StoreProperties properties, MeterRegistry meters) {
        return new MeteredArtifactStore(
                new TracedArtifactStore(new MinioArtifactStore(properties.settings())),
                meters.counter("event_jobs_worker_stored_bytes"));
    }
}
