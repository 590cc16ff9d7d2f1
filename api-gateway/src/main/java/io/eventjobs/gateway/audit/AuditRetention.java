package io.eventjobs.gateway.audit;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.mongo.AuditLog;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes audit entries older than a year, to bound the audit log. */
@Configuration(proxyBeanMethods = false)
class AuditRetention {
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Duration BETWEEN = Duration.ofHours(6);

    @Bean
    TaskRunner auditRunner(AuditLog log, Clock clock) {
        BackgroundTask purge = () -> {
            log.purgeBefore(clock.instant().minus(KEPT));
            return BETWEEN;
        };
        return new TaskRunner("audit", Phases.BACKGROUND, new Signal(), purge);
    }
}
