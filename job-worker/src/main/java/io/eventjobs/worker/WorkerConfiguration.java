package io.eventjobs.worker;

import io.eventjobs.model.job.WorkerId;
import io.eventjobs.worker.background.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans that every part of a worker needs: its identity and its clock. */
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {
    @Bean
    WorkerId workerId() {
        return new WorkerId("worker-" + UUID.randomUUID().toString().substring(0, 13));
    }

    /** @param offset deliberate error of the clock, for fault injection */
    @Bean
    Clock clock(@Value("${event-jobs.clock-offset:0s}") Duration offset) {
        return Clock.offset(Clock.systemUTC(), offset);
    }

    @Bean
    Ticker ticker() {
        return Ticker.SYSTEM;
    }
}
