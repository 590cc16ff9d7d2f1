package io.eventjobs.worker.checkpoint;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.worker.log.LogKeys;
import io.eventjobs.worker.work.Execution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** What is said of the checkpoints of one execution: to its user in the log of the job, to operators in that of the worker. */
final class CheckpointLog {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointLog.class);

    private final Execution execution;

    CheckpointLog(Execution execution) {
        this.execution = execution;
    }

    void reused(CheckpointKey key, CheckpointDocument document, String subject) {
        execution.log(LogLine.Level.INFO, reused(key, document) + ": " + subject);
    }

    void reused(CheckpointKey key, CheckpointDocument document, Revalidation.Valid<?> valid, String subject) {
        boolean isStale = valid.confidence() == Revalidation.Confidence.STALE;
        execution.log(
                isStale ? LogLine.Level.WARNING : LogLine.Level.INFO,
                reused(key, document) + ", " + valid.because() + ": " + subject);
    }

    void unusable(CheckpointKey key, String why) {
        execution.log(
                LogLine.Level.WARNING,
                title(key) + " computed again because its checkpoint cannot be used: " + why + ".");
        warning(key).addKeyValue(LogKeys.FAULT, why).log("Checkpoint cannot be used");
    }

    void storeFailed(CheckpointKey key, ArtifactStoreException fault) {
        execution.log(LogLine.Level.WARNING, "The object store failed; this execution continues without checkpoints.");
        warning(key).setCause(fault).log("Object store failed at a checkpoint");
    }

    void notStored(CheckpointKey key, Exception fault) {
        warning(key).setCause(fault).log("Result of a step not stored as a checkpoint");
    }

    private LoggingEventBuilder warning(CheckpointKey key) {
        return LOG.atWarn()
                .addKeyValue(LogKeys.JOB_ID, execution.command().jobId())
                .addKeyValue(LogKeys.CHECKPOINT, key);
    }

    private static String reused(CheckpointKey key, CheckpointDocument document) {
        return title(key) + " re-used from a checkpoint of " + document.createdAt();
    }

    private static String title(CheckpointKey key) {
        String name = key.step().name();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
