package io.eventjobs.model.job;

/** Identifies a batch across tenants: a batch id that a client chose is unique within its tenant only. */
public record BatchKey(TenantId tenant, BatchId id) {
    /** Reads the form of {@link #toString()}; anything else is an {@link IllegalArgumentException}. */
    public static BatchKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("batch key must be TENANT/BATCH, but is " + text);
        }
        return new BatchKey(new TenantId(text.substring(0, slash)), new BatchId(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return tenant + "/" + id;
    }
}
