package io.eventjobs.gateway.dispatch;

/**
 * How many commands may be under way: close to the number of slots, so that the order of the backlog is decided late, and a pause or
 * cancellation has little to revoke. Each gateway fills a share according to the partitions it owns, rounded up, so the total may exceed
 * the window by less than one per gateway.
 *
 * @param slots of all workers that take jobs
 * @param ownedPartitions number owned by this gateway
 * @param partitions number of partitions of the topic
 * @param lookaheadPercent additional commands, in percent of the slots
 */
record DispatchWindow(int slots, int ownedPartitions, int partitions, int lookaheadPercent) {
    /** How many more jobs may be dispatched now. */
    int free(int queued, int processing) {
        if (slots == 0 || ownedPartitions == 0) {
            return 0;
        }
        return Math.max(0, size() - queued - processing);
    }

    /** How many jobs may be under way. */
    int size() {
        double share = (double) ownedPartitions / partitions;
        return (int) Math.ceil(slots * (1 + lookaheadPercent / 100.0) * share);
    }
}
