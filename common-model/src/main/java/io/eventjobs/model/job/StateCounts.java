package io.eventjobs.model.job;

/**
 * How many jobs of a batch are in each state. {@code pending} includes queued jobs, as everywhere in the API. Always counted
 * from the jobs, never incremented (ADR 0005).
 */
public record StateCounts(int pending, int processing, int completed, int failed, int cancelled) {
    public StateCounts {
        if (Math.min(Math.min(pending, processing), Math.min(completed, Math.min(failed, cancelled))) < 0) {
            throw new IllegalArgumentException("counts must be 0 or more");
        }
    }

    public static StateCounts allPending(int jobs) {
        return new StateCounts(jobs, 0, 0, 0, 0);
    }

    public int total() {
        return pending + processing + completed + failed + cancelled;
    }

    public int unfinished() {
        return pending + processing;
    }

    /** These counts and {@code jobs} more in {@code status}. */
    public StateCounts plus(JobStatus status, int jobs) {
        return switch (status) {
            case PENDING, QUEUED -> new StateCounts(pending + jobs, processing, completed, failed, cancelled);
            case PROCESSING -> new StateCounts(pending, processing + jobs, completed, failed, cancelled);
            case COMPLETED -> new StateCounts(pending, processing, completed + jobs, failed, cancelled);
            case FAILED -> new StateCounts(pending, processing, completed, failed + jobs, cancelled);
            case CANCELLED -> new StateCounts(pending, processing, completed, failed, cancelled + jobs);
        };
    }

    /** The state of a batch with these counts. */
    public BatchStatus batchStatus() {
        if (unfinished() > 0) {
            boolean untouched = pending == total();
            return untouched ? BatchStatus.PENDING : BatchStatus.PROCESSING;
        }
        if (completed > 0) {
            return BatchStatus.COMPLETED;
        }
        return failed > 0 ? BatchStatus.FAILED : BatchStatus.CANCELLED;
    }
}
