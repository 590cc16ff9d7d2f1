package io.eventjobs.gateway.quota;

/**
 * How many jobs of one tenant may be dispatched or running at the same time, over all gateways.
 *
 * @param max 0 for no limit
 */
public record RunningLimit(int max) {
    /** How many more this gateway may dispatch: of the limit it has a share by its partitions, rounded up, and at least one. */
    public int free(int running, int ownedPartitions, int allPartitions) {
        if (max == 0) {
            return Integer.MAX_VALUE;
        }
        long share = Math.max(1, Math.ceilDiv((long) max * ownedPartitions, allPartitions));
        return (int) Math.max(0, share - running);
    }
}
