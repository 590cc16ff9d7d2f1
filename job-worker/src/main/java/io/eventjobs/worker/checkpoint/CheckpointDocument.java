package io.eventjobs.worker.checkpoint;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.artifact.Source;
import io.eventjobs.model.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What stands in a checkpoint, written when all its parts are there.
 *
 * @param version of this form
 * @param step name and version
 * @param jobId the job whose execution made it
 * @param run of that job
 * @param createdAt when the step was done
 * @param confirmedAt when it was last found to hold, null where nobody asked since
 * @param others runs beside it that need not ask any more whether it holds, the latest last
 * @param value what the step says of its result
 * @param valueSha256 of {@code value} as it is written
 * @param sources that were read for it
 * @param parts the files of the result, in its order
 */
record CheckpointDocument(
        int version,
        String step,
        String inputs,
        JobId jobId,
        int run,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        List<Run> others,
        JsonNode value,
        String valueSha256,
        List<Source> sources,
        List<Part> parts) {
    static final int VERSION = 1;

    /** Whoever is forgotten asks again. */
    private static final int MAX_OTHERS = 32;

    CheckpointDocument {
        others = others == null ? List.of() : List.copyOf(others);
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(jobId, "jobId");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(valueSha256, "valueSha256");
        sources = sources == null ? List.of() : List.copyOf(sources);
        parts = List.copyOf(parts);
    }

    /** Whether an execution of one of these runs of a job made it, or found that it holds. */
    boolean isOf(JobId job, int firstRun, int lastRun) {
        return Stream.concat(Stream.of(new Run(jobId, run)), others.stream())
                .anyMatch(known -> known.jobId().equals(job) && known.run() >= firstRun && known.run() <= lastRun);
    }

    Revalidator.Age age(Instant now) {
        return new Revalidator.Age(
                Duration.between(createdAt, now), Duration.between(confirmedAt == null ? createdAt : confirmedAt, now));
    }

    /** @param at when it was confirmed, null when nobody was asked */
    CheckpointDocument usedBy(Run of, @Nullable Instant at) {
        List<Run> more = new ArrayList<>(others);
        more.add(of);
        return new CheckpointDocument(
                version,
                step,
                inputs,
                jobId,
                run,
                createdAt,
                at == null ? confirmedAt : at,
                more.subList(Math.max(0, more.size() - MAX_OTHERS), more.size()),
                value,
                valueSha256,
                sources,
                parts);
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

    /** A run of a job. */
    record Run(JobId jobId, int run) {
        Run {
            Objects.requireNonNull(jobId, "jobId");
        }
    }

    /** A file of the result; its hash is its name. */
    record Part(long bytes, String sha256) {
        Part {
            Objects.requireNonNull(sha256, "sha256");
        }
    }
}
