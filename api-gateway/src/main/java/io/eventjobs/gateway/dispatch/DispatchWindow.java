package io.eventjobs.gateway.dispatch;

/**
 * How many commands may be under way: near the slots that workers have, so that the order of the backlog is decided late
 * and a pause or a cancel finds little to take back. Each gateway fills the share of the partitions that it owns, rounded
 * up, so the whole may be over by less than one for each gateway.
 *
 * @param slots of all workers that take jobs
 * @param ownedPartitions of this gateway
 * @param partitions of the topic
 * @param lookaheadPercent further commands in percent of the slots
 */
record DispatchWindow(int slots, int ownedPartitions, int partitions, int lookaheadPercent) {
    /** How many more jobs may be dispatched now. */
    int free(int queued, int processing) {
        if (slots == 0 || ownedPartitions == 0) {
            return 0;
        }
        double share = (double) ownedPartitions / partitions;
        int window = (int) Math.ceil(slots * (1 + lookaheadPercent / 100.0) * share);
        return Math.max(0, window - queued - processing);
    }
}
