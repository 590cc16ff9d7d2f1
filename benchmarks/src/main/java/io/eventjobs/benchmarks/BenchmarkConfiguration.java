package io.eventjobs.benchmarks;

import io.eventjobs.worker.WorkerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The works of a worker, without Kafka and with a store that forgets. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerProperties.class)
@ComponentScan(
        basePackages = "io.eventjobs.worker",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "io\\.eventjobs\\.worker\\.Worker(Application|Configuration).*"))
class BenchmarkConfiguration {
    @Bean
    ForgettingStore forgettingStore() {
        return new ForgettingStore();
    }
}
