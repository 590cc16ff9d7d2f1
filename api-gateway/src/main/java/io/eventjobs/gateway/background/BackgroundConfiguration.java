package io.eventjobs.gateway.background;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clock and threads for background work. */
@Configuration(proxyBeanMethods = false)
class BackgroundConfiguration {
    /** @param offset deliberate error of the clock, for fault injection; only waiting times may depend on the clock */
    @Bean
    Clock clock(@Value("${event-jobs.clock-offset:0s}") Duration offset) {
        return Clock.offset(Clock.systemUTC(), offset);
    }

    @Bean
    Ticker ticker() {
        return Ticker.SYSTEM;
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService backgroundExecutor() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("background-", 0).factory());
    }
}
