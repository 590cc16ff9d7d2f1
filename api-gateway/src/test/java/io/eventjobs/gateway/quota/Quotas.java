package io.eventjobs.gateway.quota;

import io.eventjobs.gateway.mongo.Records;

/** Quotas of tests. */
public final class Quotas {
    private Quotas() {}

    /** No limits. */
    public static TenantQuotas none(Records records) {
        return of(records, 0, 0);
    }

    /** 0 is no limit. */
    public static TenantQuotas of(Records records, int maxJobs, long maxBytes) {
        return new TenantQuotas(records.queue(), records.storage(), maxJobs, maxBytes, System::nanoTime);
    }
}
