package io.eventjobs.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterFilterTest {
    private static final Instant LATER = Jobs.NOW.plusSeconds(1);

    @Test
    void anEmptyFilterIncludesJobsAndMessages() {
        assertThat(filter(null, null, null, null).includesJobs()).isTrue();
        assertThat(filter(null, null, null, null).includesMessages()).isTrue();
    }

    @Test
    void aCodeOfFailureIncludesJobsOnly() {
        assertThat(filter("HTTP_NOT_FOUND", null, null, null).includesJobs()).isTrue();
        assertThat(filter("HTTP_NOT_FOUND", null, null, null).includesMessages())
                .isFalse();
    }

    @Test
    void theCodeOfUnreadableMessagesIncludesMessagesOnly() {
        assertThat(filter(DeadLetterFilter.UNREADABLE, null, null, null).includesJobs())
                .isFalse();
        assertThat(filter(DeadLetterFilter.UNREADABLE, null, null, null).includesMessages())
                .isTrue();
    }

    @Test
    void theTopicOfReportsIncludesNoJob() {
        assertThat(filter(null, null, DeadLetterFilter.REPORTS, null).includesJobs())
                .isFalse();
        assertThat(filter(null, null, DeadLetterFilter.COMMANDS, null).includesJobs())
                .isTrue();
    }

    @Test
    void aWorkerOrABatchIncludesNoMessageSinceMessagesHaveNeither() {
        assertThat(filter(null, "worker-1", null, null).includesMessages()).isFalse();
        assertThat(filter(null, null, null, "default/batch-1").includesMessages())
                .isFalse();
    }

    @Test
    void untilATimeKeepsTheEarlierOfTwoEnds() {
        assertThat(ending(null).until(Jobs.NOW).failedBefore()).isEqualTo(Jobs.NOW);
        assertThat(ending(LATER).until(Jobs.NOW).failedBefore()).isEqualTo(Jobs.NOW);
        assertThat(ending(Jobs.NOW).until(LATER).failedBefore()).isEqualTo(Jobs.NOW);
    }

    private static DeadLetterFilter filter(
            @Nullable String code, @Nullable String worker, @Nullable String topic, @Nullable String batch) {
        return new DeadLetterFilter(code, worker, topic, batch, null, null);
    }

    private static DeadLetterFilter ending(@Nullable Instant before) {
        return new DeadLetterFilter(null, null, null, null, null, before);
    }
}
