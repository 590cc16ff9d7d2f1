package io.eventjobs.worker;

import io.eventjobs.worker.noop.NoopWork;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this worker can do. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {
    @Bean
    @ConditionalOnBooleanProperty("event-jobs.enable-noop")
    NoopWork noopWork() {
        return new NoopWork();
    }
}
