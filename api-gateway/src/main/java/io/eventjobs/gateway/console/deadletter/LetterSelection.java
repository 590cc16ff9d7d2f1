package io.eventjobs.gateway.console.deadletter;

import io.eventjobs.gateway.console.PageInput;
import io.eventjobs.gateway.console.PageLink;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.FailureCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the page of dead letters, as a person chose it.
 *
 * @param within a key of {@link #SPANS}; null for any time
 */
record LetterSelection(
        @Nullable String code, @Nullable String worker, @Nullable String batch, @Nullable String within) {
    static final List<String> CODES = Stream.concat(
                    Arrays.stream(FailureCode.values())
                            .filter(FailureCode::isDeadLetter)
                            .map(Enum::name),
                    Stream.of(DeadLetterFilter.UNREADABLE))
            .sorted()
            .toList();

    static final Map<String, Duration> SPANS =
            Map.of("1h", Duration.ofHours(1), "24h", Duration.ofDays(1), "7d", Duration.ofDays(7));

    static LetterSelection of(PageInput input) {
        String batch = input.text("batch");
        return new LetterSelection(
                input.oneOf("code", CODES),
                input.text("worker"),
                batch != null && BatchId.isWellFormed(batch) ? batch : null,
                input.oneOf("within", SPANS.keySet()));
    }

    DeadLetterFilter filter(Caller caller, Clock clock) {
        Duration span = within == null ? null : SPANS.get(within);
        Instant after = span == null ? null : clock.instant().minus(span);
        String key = batch == null ? null : caller.tenant().value() + "/" + batch;
        return new DeadLetterFilter(code, worker, null, key, after, null);
    }

    /** The same selection on another page. */
    PageLink link(String path) {
        return PageLink.to(path)
                .with("code", code)
                .with("worker", worker)
                .with("batch", batch)
                .with("within", within);
    }
}
