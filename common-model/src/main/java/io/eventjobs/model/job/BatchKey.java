package io.eventjobs.model.job;

/** A batch among all tenants: a client-chosen batch id is unique in its tenant only. */
public record BatchKey(TenantId tenant, BatchId id) {
    /** Reads what {@link #toString()} wrote. */
    public static BatchKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("batch key has no slash: " + text);
        }
        return new BatchKey(new TenantId(text.substring(0, slash)), new BatchId(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return tenant + "/" + id;
    }
}
