package io.eventjobs.model.artifact;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.ModelUsage;
import java.util.List;

/**
 * The last object that an execution writes: it lists all the others with size and hash. Files of an execution without a
 * manifest do not count. An execution without files and sources needs none: its record is the whole result.
 *
 * @param version of this format, 1
 * @param sources what the results were made from
 * @param models usage of models
 */
public record Manifest(
        int version,
        JobId jobId,
        long token,
        ExecutionId execution,
        JobResults results,
        List<Source> sources,
        List<ModelUsage> models) {
    public static final int VERSION = 1;

    public Manifest {
        sources = List.copyOf(sources);
        models = List.copyOf(models);
    }

    /** Whether it says nothing that is not in the job's record. */
    public boolean isEmpty() {
        return results.files().findAny().isEmpty() && sources.isEmpty() && models.isEmpty();
    }
}
