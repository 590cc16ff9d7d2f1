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
 * The JSON document of a checkpoint; written last, after all its parts.
 *
 * @param version of the format
 * @param step name and version of the step
 * @param jobId job whose execution created it
 * @param run of that job
 * @param createdAt time of creation
 * @param confirmedAt when it was last confirmed to be valid, null if never since creation
 * @param others other runs that already use it and need not validate it again, the latest last
 * @param value JSON part of the result
 * @param valueSha256 hash of the serialized {@code value}
 * @param sources addresses read for the result
 * @param parts files of the result, in order
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

    /** A run that has dropped out of this list validates again. */
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

    /** Whether it was created, or found valid, by one of these runs of a job. */
    boolean isOf(JobId job, int firstRun, int lastRun) {
        return Stream.concat(Stream.of(new Run(jobId, run)), others.stream())
                .anyMatch(known -> known.jobId().equals(job) && known.run() >= firstRun && known.run() <= lastRun);
    }

    /** Whether it was created or confirmed at this time or later. */
    boolean isValidSince(Instant time) {
        return !(confirmedAt == null ? createdAt : confirmedAt).isBefore(time);
    }

    Revalidator.Age age(Instant now) {
        return new Revalidator.Age(
                Duration.between(createdAt, now), Duration.between(confirmedAt == null ? createdAt : confirmedAt, now));
    }

    /** @param at when it was confirmed, null if it was used without confirmation */
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

    /** Checks format, key and limits. */
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

    /** A file of the result, stored under its hash. */
    record Part(long bytes, String sha256) {
        Part {
            Objects.requireNonNull(sha256, "sha256");
        }
    }
}
