package io.eventjobs.worker.checkpoint;

/**
 * Limits of one checkpoint; larger results are not stored, and larger checkpoints not read.
 *
 * @param documentBytes maximum size of the document
 * @param files maximum number of files
 * @param fileBytes maximum total size of the files
 */
public record CheckpointLimits(int documentBytes, int files, long fileBytes) {
    /** Enough for a deck of 500 slides in two sizes, or for the largest file that is fetched (200 MiB). */
    public static final CheckpointLimits DEFAULT = new CheckpointLimits(4 << 20, 1_200, 256L << 20);
}
