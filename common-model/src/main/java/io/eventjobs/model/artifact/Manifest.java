package io.eventjobs.model.artifact;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.ModelUsage;
import java.util.List;

/**
 * The last object that an execution writes: it names all the others with size and hash. An execution without a manifest
 * made nothing that counts.
 *
 * @param version of this form, 1
 * @param sources what was read for it, by address
 * @param models what was used of models
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
