package io.eventjobs.model.artifact;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.ModelUsage;
import java.util.List;

/**
 * The last object that an execution writes: it lists all the others with size and hash. The results of an execution without a
 * manifest do not count.
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
}
