package io.eventjobs.worker.session;

import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.execution.Execution;
import io.eventjobs.worker.usage.ModelUsages;
import java.util.List;

/**
 * What each step of a session is given.
 *
 * @param warnings what is missing in the document, in words; steps add to it
 * @param usages what is used of models; steps add to it
 */
record SessionTask(
        Execution execution,
        SessionParameters request,
        Checkpoints checkpoints,
        List<String> warnings,
        ModelUsages usages) {
    void warn(String warning) {
        warnings.add(warning);
    }
}
