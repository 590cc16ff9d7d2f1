package io.eventjobs.worker.usage;

/** What an execution has read and which models it has used. Thread-safe. */
public final class UsageLedger {
    private final Sources sources = new Sources();
    private final ModelUsages models = new ModelUsages();

    public Sources sources() {
        return sources;
    }

    public ModelUsages models() {
        return models;
    }
}
