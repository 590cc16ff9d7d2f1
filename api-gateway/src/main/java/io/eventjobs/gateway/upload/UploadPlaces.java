package io.eventjobs.gateway.upload;

import io.eventjobs.model.job.TenantId;
import java.util.HashMap;
import java.util.Map;

/** The files that may be received at the same time: one tenant gets three quarters of them at most, so that others can upload, too. Thread-safe. */
final class UploadPlaces {
    private final int all;
    private final int ofTenant;
    private final Map<TenantId, Integer> taken = new HashMap<>();
    private int sum;

    UploadPlaces(int all) {
        this.all = all;
        this.ofTenant = all - all / 4;
    }

    /** Whether there was a place, which the caller must give back. */
    synchronized boolean take(TenantId tenant) {
        if (sum >= all || taken.getOrDefault(tenant, 0) >= ofTenant) {
            return false;
        }
        sum++;
        taken.merge(tenant, 1, Integer::sum);
        return true;
    }

    synchronized void giveBack(TenantId tenant) {
        sum--;
        taken.computeIfPresent(tenant, (key, count) -> count == 1 ? null : count - 1);
    }
}
