package io.eventjobs.benchmarks;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The work of a worker, without Kafka and with a store that discards everything. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({"io.eventjobs.worker.session", "io.eventjobs.worker.chat"})
class BenchmarkConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ForgettingStore forgettingStore() {
        return new ForgettingStore();
    }
}
