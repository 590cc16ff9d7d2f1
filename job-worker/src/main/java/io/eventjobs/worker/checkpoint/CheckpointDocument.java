package io.eventjobs.worker.checkpoint;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * What stands in a checkpoint, written when all its parts are there.
 *
 * @param version of this form
 * @param step name and version
 * @param jobId the job whose execution made it
 * @param run of that job
 * @param createdAt when the step was done
 * @param value what the step says of its result
 * @param valueSha256 of {@code value} as it is written
 * @param parts the files of the result, in its order
 */
record CheckpointDocument(
        int version,
        String step,
        String inputs,
        JobId jobId,
        int run,
        Instant createdAt,
        JsonNode value,
        String valueSha256,
        List<Part> parts) {
    static final int VERSION = 1;

    CheckpointDocument {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(jobId, "jobId");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(valueSha256, "valueSha256");
        parts = List.copyOf(parts);
    }

    /** Whether an execution of this run made it. */
    boolean isOf(JobId job, int ofRun) {
        return jobId.equals(job) && run == ofRun;
    }

    /** Checks that it is one, of this key, within the limits. */
    void requireFit(CheckpointKey key, CheckpointLimits limits) throws UnusableCheckpointException {
        require(version == VERSION, "it is of version " + version);
        require(step.equals(key.step().toString()) && inputs.equals(key.inputs()), "it is of something else");
        require(parts.size() <= limits.files(), "it has too many files");
        long left = limits.fileBytes();
        for (Part part : parts) {
            require(part.bytes() >= 0 && part.bytes() <= left, "its files are too large");
            require(Sha256.isWellFormed(part.sha256()), "it names a file by no hash");
            left -= part.bytes();
        }
    }

    private static void require(boolean holds, String otherwise) throws UnusableCheckpointException {
        if (!holds) {
            throw new UnusableCheckpointException(otherwise);
        }
    }

    /** A file of the result; its hash is its name. */
    record Part(long bytes, String sha256) {
        Part {
            Objects.requireNonNull(sha256, "sha256");
        }
    }
}
