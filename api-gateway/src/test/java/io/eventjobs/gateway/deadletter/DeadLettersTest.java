package io.eventjobs.gateway.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.mongo.Quarantine;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private static final List<DeadLetter.State> OPEN = List.of(DeadLetter.State.OPEN);
    private static final DeadLetterFilter ANY = filter(null, null);

    private final GatewayHarness gateway = GatewayHarness.start();
    private final DeadLetters letters = gateway.bean(DeadLetters.class);
    private final BulkDiscard bulkDiscard = gateway.bean(BulkDiscard.class);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void listsFailedJobsAndUnreadableMessagesInTheOrderOfFailing() {
        JobId first = deadLetter();
        String second = unreadable(1);
        JobId third = deadLetter();

        assertThat(ids(letters.oldest(ANY, OPEN, null, 10))).containsExactly(first.value(), second, third.value());
        assertThat(ids(letters.newest(ANY, OPEN, null, 10))).containsExactly(third.value(), second, first.value());
    }

    @Test
    void goesOnAfterTheLastOneOfAPage() {
        List<String> all = List.of(
                deadLetter().value(), unreadable(1), unreadable(2), deadLetter().value());

        List<DeadLetterEntry> walked = new ArrayList<>();
        for (List<DeadLetterEntry> page = letters.oldest(ANY, OPEN, null, 1);
                !page.isEmpty();
                page = letters.oldest(ANY, OPEN, walked.getLast().cursor(), 1)) {
            walked.addAll(page);
        }

        assertThat(ids(walked)).containsExactlyElementsOf(all);
    }

    @Test
    void narrowsTheListToCodeAndTopic() {
        JobId job = deadLetter();
        String message = unreadable(1);

        assertThat(ids(letters.oldest(filter("HTTP_NOT_FOUND", null), OPEN, null, 10)))
                .containsExactly(job.value());
        assertThat(ids(letters.oldest(filter("HTTP_FORBIDDEN", null), OPEN, null, 10)))
                .isEmpty();
        assertThat(ids(letters.oldest(filter(DeadLetterFilter.UNREADABLE, null), OPEN, null, 10)))
                .containsExactly(message);
        assertThat(ids(letters.oldest(filter(null, DeadLetterFilter.REPORTS), OPEN, null, 10)))
                .containsExactly(message);
    }

    @Test
    void narrowsTheListToATimeWhoseEndIsNotIncluded() {
        JobId job = deadLetter();
        Instant at = letters.find(job.value()).orElseThrow().at();

        assertThat(letters.oldest(new DeadLetterFilter(null, null, null, null, at, at.plusMillis(1)), OPEN, null, 10))
                .hasSize(1);
        assertThat(letters.oldest(new DeadLetterFilter(null, null, null, null, null, at), OPEN, null, 10))
                .isEmpty();
    }

    @Test
    void discardsEachOneOnceAndLeavesItsJobFailed() {
        JobId job = deadLetter();
        String message = unreadable(1);

        assertThat(letters.find(job.value())).hasValueSatisfying(letter -> {
            assertThat(letters.discard(letter)).isTrue();
            assertThat(letters.discard(letter)).isFalse();
        });
        assertThat(letters.find(message)).hasValueSatisfying(letter -> {
            assertThat(letters.discard(letter)).isTrue();
            assertThat(letters.discard(letter)).isFalse();
        });
        assertThat(gateway.status(job)).isEqualTo(JobStatus.FAILED);
        assertThat(letters.oldest(ANY, OPEN, null, 10)).isEmpty();
    }

    @Test
    void doesNotFindWhatIsNoDeadLetter() {
        assertThat(letters.find(gateway.submitted().id().value())).isEmpty();
        assertThat(letters.find("nothing")).isEmpty();
    }

    @Test
    void keepsAMessageOnceHoweverOftenItIsQuarantined() {
        unreadable(1);
        unreadable(1);

        assertThat(letters.oldest(ANY, OPEN, null, 10)).hasSize(1);
    }

    @Test
    void aDryRunOfABulkDiscardCountsOnly() {
        deadLetter();
        unreadable(1);
        DeadLetterSelection all = new DeadLetterSelection(List.of(), ANY);

        assertThat(bulkDiscard.discard(all, true)).isEqualTo(2);
        assertThat(letters.oldest(ANY, OPEN, null, 10)).hasSize(2);
        assertThat(bulkDiscard.discard(all, false)).isEqualTo(2);
        assertThat(letters.oldest(ANY, OPEN, null, 10)).isEmpty();
    }

    @Test
    void aBulkDiscardOfIdsCountsEachOneOnceAndSkipsWhatIsNone() {
        String job = deadLetter().value();

        assertThat(bulkDiscard.discard(new DeadLetterSelection(List.of(job, job, "nothing"), null), false))
                .isEqualTo(1);
    }

    private JobId deadLetter() {
        Report.Execution running = gateway.running();
        gateway.fails(running, FailureCode.HTTP_NOT_FOUND);
        gateway.pass(Duration.ofSeconds(1));
        return running.jobId();
    }

    private String unreadable(long offset) {
        gateway.bean(Quarantine.class)
                .keep(new Quarantine.Place(DeadLetterFilter.REPORTS, 0, offset), null, "no report", new byte[] {1});
        gateway.pass(Duration.ofSeconds(1));
        return "reports-0-" + offset;
    }

    private static List<String> ids(List<DeadLetterEntry> letters) {
        return letters.stream().map(DeadLetterEntry::id).toList();
    }

    private static DeadLetterFilter filter(@Nullable String code, @Nullable String topic) {
        return new DeadLetterFilter(code, null, topic, null, null, null);
    }
}
