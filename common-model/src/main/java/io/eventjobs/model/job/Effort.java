package io.eventjobs.model.job;

import java.util.List;
import java.util.Objects;

/**
 * What one execution cost in time and model usage.
 *
 * @param steps duration of each step, in their order; the sum for a step that was entered more than once
 * @param models usage of models
 */
public record Effort(List<StepTime> steps, List<ModelUsage> models) {
    public static final Effort NONE = new Effort(List.of(), List.of());

    public Effort {
        steps = List.copyOf(steps);
        models = List.copyOf(models);
    }

    /** The duration of a step, in milliseconds. */
    public record StepTime(ProgressStep step, long millis) {
        public StepTime {
            Objects.requireNonNull(step, "step");
        }
    }
}
