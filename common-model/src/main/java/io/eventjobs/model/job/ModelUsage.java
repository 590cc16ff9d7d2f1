package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one step used of one model in one execution. Where the result of a model came from a checkpoint, it stands here with no
 * calls: the document owes something to it, and nothing was spent.
 *
 * @param step what it was used for, e.g. {@code translation}
 * @param model as its service calls it
 * @param calls that were answered, or that the service failed, whose tokens nobody knows; tries of one call are one
 * @param inputTokens that were sent, 0 where the service does not say
 * @param outputTokens that came back, 0 where the service does not say
 * @param audioSeconds of sound that were sent
 * @param cost in the currency of the configured prices, null where none are configured; a text in JSON, so that it stays exact
 */
public record ModelUsage(
        String step,
        String model,
        int calls,
        long inputTokens,
        long outputTokens,
        double audioSeconds,
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal cost) {
    public ModelUsage {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(model, "model");
    }

    /** Of a model whose result was there already. */
    public static ModelUsage reused(String step, String model) {
        return new ModelUsage(step, model, 0, 0, 0, 0, null);
    }

    /** One call of a model that reads and writes text. */
    public static ModelUsage ofText(
            String step, String model, long inputTokens, long outputTokens, @Nullable BigDecimal cost) {
        return new ModelUsage(step, model, 1, inputTokens, outputTokens, 0, cost);
    }

    /** One call of a model that hears. */
    public static ModelUsage ofSpeech(String step, String model, double audioSeconds, @Nullable BigDecimal cost) {
        return new ModelUsage(step, model, 1, 0, 0, audioSeconds, cost);
    }

    /** Both together, under the step and the model of this one. A cost that is known for one only is that of both. */
    public ModelUsage plus(ModelUsage other) {
        return new ModelUsage(
                step,
                model,
                calls + other.calls,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                audioSeconds + other.audioSeconds,
                sum(cost, other.cost));
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.add(other);
    }
}
