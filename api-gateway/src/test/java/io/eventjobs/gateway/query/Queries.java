package io.eventjobs.gateway.query;

import io.eventjobs.gateway.mongo.Records;

/** What controllers of other features look jobs up with. */
public final class Queries {
    private Queries() {}

    public static SeenTenants tenants(Records records) {
        return new SeenTenants(records.keys());
    }

    public static JobQueries of(Records records) {
        return new JobQueries(
                records.jobs(), records.batches(), records.jobSearch(), records.batchSearch(), tenants(records));
    }
}
