package io.eventjobs.worker;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.MinioArtifactStore;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.worker.background.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every part of a worker needs: who it is, what time it is, where objects are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
class WorkerConfiguration {
    @Bean
    WorkerId workerId() {
        return new WorkerId("worker-" + UUID.randomUUID().toString().substring(0, 13));
    }

    /** @param offset what the clock is wrong by, for drills */
    @Bean
    Clock clock(@Value("${event-jobs.clock-offset:0s}") Duration offset) {
        return Clock.offset(Clock.systemUTC(), offset);
    }

    @Bean
    Ticker ticker() {
        return Ticker.SYSTEM;
    }

    @Bean(destroyMethod = "close")
    ArtifactStore artifactStore(StoreProperties properties) {
        return new MinioArtifactStore(properties.settings());
    }
}
