package io.eventjobs.gateway.audit;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.mongo.AuditLog;
import java.time.Clock;
import java.time.Duration;

/** Deletes audit entries older than a year, to bound the audit log. */
final class AuditRetention implements BackgroundTask {
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Duration INTERVAL = Duration.ofHours(6);

    private final AuditLog log;
    private final Clock clock;

    AuditRetention(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        log.purgeBefore(clock.instant().minus(KEPT));
        return INTERVAL;
    }
}
