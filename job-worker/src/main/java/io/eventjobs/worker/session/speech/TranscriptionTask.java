package io.eventjobs.worker.session.speech;

import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.usage.ModelUsages;
import io.eventjobs.worker.work.Execution;
import org.jspecify.annotations.Nullable;

/**
 * What a recognition is done for.
 *
 * @param language ISO 639 code that the service is told, null for none
 * @param usages what it costs is added to these
 */
record TranscriptionTask(Execution execution, Checkpoints checkpoints, @Nullable String language, ModelUsages usages) {}
