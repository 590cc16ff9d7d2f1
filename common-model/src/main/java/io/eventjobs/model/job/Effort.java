package io.eventjobs.model.job;

import java.util.List;
import java.util.Objects;

/**
 * What one execution took.
 *
 * @param steps how long each step lasted, in their order; of one that began more than once, all of it
 * @param models what it used of models
 */
public record Effort(List<StepTime> steps, List<ModelUsage> models) {
    public static final Effort NONE = new Effort(List.of(), List.of());

    public Effort {
        steps = List.copyOf(steps);
        models = List.copyOf(models);
    }

    /** How long a step lasted. */
    public record StepTime(ProgressStep step, long millis) {
        public StepTime {
            Objects.requireNonNull(step, "step");
        }
    }
}
