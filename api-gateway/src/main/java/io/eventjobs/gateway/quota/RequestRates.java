package io.eventjobs.gateway.quota;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The rate of requests of each tenant at this gateway. As large as the number of tenants, since callers without a key have none. Thread-safe.
 */
final class RequestRates {
    private final int perSecond;
    private final int burst;
    private final Ticker ticker;
    private final ConcurrentMap<TenantId, RequestBudget> budgets = new ConcurrentHashMap<>();

    /** @param perSecond 0 for no limit */
    RequestRates(int perSecond, int burst, Ticker ticker) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.ticker = ticker;
    }

    /** Zero if the request may pass, which is counted; else how long to wait. */
    Duration request(TenantId tenant) {
        if (perSecond == 0) {
            return Duration.ZERO;
        }
        AtomicReference<Duration> wait = new AtomicReference<>(Duration.ZERO);
        budgets.compute(tenant, (key, known) -> {
            long now = ticker.nanos();
            RequestBudget budget =
                    known == null ? RequestBudget.full(burst, now) : known.refilled(now, perSecond, burst);
            if (budget.hasOne()) {
                return budget.withoutOne();
            }
            wait.set(budget.untilOne(perSecond));
            return budget;
        });
        return Objects.requireNonNull(wait.get());
    }
}
