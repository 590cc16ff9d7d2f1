package io.eventjobs.gateway.dispatch;

/**
 * How many commands may be under way: close to what workers have room for, so that the order of the backlog is decided late, and a pause or
 * cancellation has little to revoke. Each gateway fills a share according to the partitions it owns, rounded up, so the total may exceed
 * the window by less than one per gateway.
 *
 * @param capacity how many jobs all workers that take jobs have room for
 * @param ownedPartitions number owned by this gateway
 * @param partitions number of partitions of the topic
 * @param lookaheadPercent additional commands, in percent of the capacity
 */
record DispatchWindow(int capacity, int ownedPartitions, int partitions, int lookaheadPercent) {
    /** How many more jobs may be dispatched now. */
    int free(int queued, int processing) {
        if (capacity == 0 || ownedPartitions == 0) {
            return 0;
        }
        return Math.max(0, size() - queued - processing);
    }

    /** How many jobs may be under way. */
    private int size() {
        return (int) Math.ceil(share() * (1 + lookaheadPercent / 100.0));
    }

    /** How many of these are ahead of the workers: commands that wait for one to have room. */
    int ahead() {
        return size() - (int) Math.ceil(share());
    }

    private double share() {
        return (double) capacity * ownedPartitions / partitions;
    }
}
