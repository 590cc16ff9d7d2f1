package io.eventjobs.gateway.query;

import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.ModelUsage;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resources used by an execution, as returned by the API. */
final class EffortView {
    private EffortView() {}

    static List<TimingView> timings(@Nullable Effort effort) {
        return effort == null
                ? List.of()
                : effort.steps().stream()
                        .map(time -> new TimingView(time.step().word(), time.millis()))
                        .toList();
    }

    static List<UsageView> usage(@Nullable Effort effort) {
        return effort == null
                ? List.of()
                : effort.models().stream().map(UsageView::of).toList();
    }

    /** The duration of a step. */
    public record TimingView(String step, long millis) {}

    /**
     * A step's usage of a model.
     *
     * @param calls 0 if the result was cached
     * @param cost in the currency of the worker's prices; absent if no prices are configured
     */
    public record UsageView(
            String step,
            String model,
            int calls,
            long inputTokens,
            long outputTokens,
            double audioSeconds,
            @Nullable BigDecimal cost) {
        static UsageView of(ModelUsage usage) {
            return new UsageView(
                    usage.step(),
                    usage.model(),
                    usage.calls(),
                    usage.inputTokens(),
                    usage.outputTokens(),
                    usage.audioSeconds(),
                    usage.cost());
        }
    }
}
