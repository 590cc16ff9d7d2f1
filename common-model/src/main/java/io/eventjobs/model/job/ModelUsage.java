package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Usage of one model by one step of an execution. A model whose result came from a checkpoint is listed with 0 calls: it
 * contributed to the document, but nothing was spent.
 *
 * @param step what the model was used for, e.g. {@code translation}
 * @param model the service's name for the model
 * @param calls number of calls, failed ones (whose tokens are unknown) included; retries of a call are not counted
 * @param inputTokens tokens sent, 0 if the service does not report them
 * @param outputTokens tokens received, 0 if the service does not report them
 * @param audioSeconds duration of the audio sent, in seconds
 * @param cost in the currency of the configured prices, null if none are configured; a string in JSON, to keep it exact
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

    /** Usage of a model whose result came from a checkpoint. */
    public static ModelUsage reused(String step, String model) {
        return new ModelUsage(step, model, 0, 0, 0, 0, null);
    }

    /** One call of a language model. */
    public static ModelUsage ofText(
            String step, String model, long inputTokens, long outputTokens, @Nullable BigDecimal cost) {
        return new ModelUsage(step, model, 1, inputTokens, outputTokens, 0, cost);
    }

    /** One call of a speech recognition model. */
    public static ModelUsage ofSpeech(String step, String model, double audioSeconds, @Nullable BigDecimal cost) {
        return new ModelUsage(step, model, 1, 0, 0, audioSeconds, cost);
    }

    /** The sum of both, with this step and model. If only one cost is known, it is the cost of the sum. */
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
