package io.eventjobs.worker.session.speech;

import io.eventjobs.model.job.JobId;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.usage.ModelUsages;
import java.nio.file.Path;

/**
 * The context of a transcription.
 *
 * @param language BCP 47 tag of the spoken language
 * @param folder for fetched files
 */
public record TranscriptionTask(
        JobId job, String language, Path folder, Checkpoints checkpoints, TranscriptionProgress progress) {
    /** Model usage is added to these. */
    ModelUsages usages() {
        return checkpoints.usage().models();
    }
}
