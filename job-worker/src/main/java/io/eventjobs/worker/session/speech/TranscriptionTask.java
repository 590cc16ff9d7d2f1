package io.eventjobs.worker.session.speech;

import io.eventjobs.model.job.JobId;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.usage.ModelUsages;
import java.nio.file.Path;

/**
 * What recordings are transcribed for.
 *
 * @param language BCP 47 tag of what is said
 * @param folder for what is fetched
 */
public record TranscriptionTask(
        JobId job, String language, Path folder, Checkpoints checkpoints, TranscriptionProgress progress) {
    /** What the models are used for is added to these. */
    ModelUsages usages() {
        return checkpoints.usage().models();
    }
}
