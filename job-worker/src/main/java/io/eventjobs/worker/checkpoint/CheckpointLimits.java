package io.eventjobs.worker.checkpoint;

/**
 * Bounds of one checkpoint; a larger result is not kept, and a larger checkpoint not read.
 *
 * @param documentBytes most bytes of the document
 * @param files most files
 * @param fileBytes most bytes of all files together
 */
public record CheckpointLimits(int documentBytes, int files, long fileBytes) {
    /** A deck of 500 slides at two sizes, or the largest file that is fetched, 200 MiB. */
    public static final CheckpointLimits DEFAULT = new CheckpointLimits(4 << 20, 1_200, 256L << 20);
}
