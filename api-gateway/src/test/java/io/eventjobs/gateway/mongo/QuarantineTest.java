package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.DeadLetterRecords.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuarantineTest {
    private static final Quarantine.Place PLACE = new Quarantine.Place("reports", 3, 42);
    private static final List<DeadLetter.State> OPEN = List.of(DeadLetter.State.OPEN);

    private final ManualTime time = new ManualTime();
    private Records records;
    private Quarantine quarantine;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        quarantine = records.quarantine(time);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void keepsAMessageWithItsPlaceItsBytesAndTheReason() {
        quarantine.keep(PLACE, "job-1", "unsupported version: 9", new byte[] {1, 0, -1});

        QuarantinedMessage kept = quarantine.find("reports-3-42").orElseThrow();

        assertThat(kept.topic()).isEqualTo("reports");
        assertThat(kept.partition()).isEqualTo(3);
        assertThat(kept.offset()).isEqualTo(42);
        assertThat(kept.key()).isEqualTo("job-1");
        assertThat(kept.reason()).isEqualTo("unsupported version: 9");
        assertThat(kept.bytes()).containsExactly(1, 0, -1);
        assertThat(kept.at()).isEqualTo(Jobs.NOW);
        assertThat(kept.state()).isEqualTo(DeadLetter.State.OPEN);
        assertThat(kept.replayId()).isNull();
    }

    @Test
    void keepsAMessageWithoutKeyOrContent() {
        quarantine.keep(PLACE, null, "the message is empty", new byte[0]);

        QuarantinedMessage kept = quarantine.find(PLACE.id()).orElseThrow();

        assertThat(kept.key()).isNull();
        assertThat(kept.bytes()).isEmpty();
    }

    @Test
    void aMessageThatComesAgainOpensNothingThatIsSettled() {
        quarantine.keep(PLACE, "job-1", "unreadable", new byte[] {1});
        quarantine.settle(PLACE.id(), DeadLetter.State.DISCARDED, null);
        time.pass(Duration.ofHours(1));

        quarantine.keep(PLACE, "job-1", "still unreadable", new byte[] {1});

        QuarantinedMessage kept = quarantine.find(PLACE.id()).orElseThrow();
        assertThat(kept.state()).isEqualTo(DeadLetter.State.DISCARDED);
        assertThat(kept.reason()).isEqualTo("unreadable");
        assertThat(kept.at()).isEqualTo(Jobs.NOW);
    }

    @Test
    void isSettledOnceByWhoeverIsFirst() {
        quarantine.keep(PLACE, "job-1", "unreadable", new byte[] {1});

        assertThat(quarantine.settle(PLACE.id(), DeadLetter.State.REPLAYED, "replay-1"))
                .isTrue();
        assertThat(quarantine.settle(PLACE.id(), DeadLetter.State.DISCARDED, null))
                .isFalse();
        assertThat(quarantine.find(PLACE.id())).hasValueSatisfying(kept -> {
            assertThat(kept.state()).isEqualTo(DeadLetter.State.REPLAYED);
            assertThat(kept.replayId()).isEqualTo("replay-1");
        });
        assertThat(quarantine.settle("reports-9-9", DeadLetter.State.DISCARDED, null))
                .isFalse();
    }

    @Test
    void listsMessagesByTopicStateAndTime() {
        kept("commands", 1);
        kept("reports", 2);
        kept("reports", 3);
        quarantine.settle("reports-0-2", DeadLetter.State.DISCARDED, null);

        assertThat(ids(filter(null, null), page(OPEN, true))).containsExactly("reports-0-3", "commands-0-1");
        assertThat(ids(filter("reports", null), page(OPEN, true))).containsExactly("reports-0-3");
        assertThat(ids(filter(null, null), page(List.of(DeadLetter.State.values()), false)))
                .containsExactly("commands-0-1", "reports-0-2", "reports-0-3");
        assertThat(ids(filter(null, Jobs.NOW.plusSeconds(2)), page(OPEN, true))).containsExactly("reports-0-3");
    }

    @Test
    void listsNoMessageForAWorkerABatchOrTheCodeOfAFailure() {
        kept("reports", 1);

        for (DeadLetterFilter none : List.of(
                new DeadLetterFilter("HTTP_NOT_FOUND", null, null, null, null, null),
                new DeadLetterFilter(null, "worker-1", null, null, null, null),
                new DeadLetterFilter(null, null, null, "default/batch-1", null, null))) {
            assertThat(ids(none, page(OPEN, true))).isEmpty();
        }
    }

    private void kept(String topic, long offset) {
        quarantine.keep(new Quarantine.Place(topic, 0, offset), null, "unreadable", new byte[] {1});
        time.pass(Duration.ofSeconds(1));
    }

    private List<String> ids(DeadLetterFilter filter, Page page) {
        return records.deadLetters().messages(filter, page).stream()
                .map(QuarantinedMessage::id)
                .toList();
    }

    private static Page page(List<DeadLetter.State> states, boolean newestFirst) {
        return new Page(states, null, newestFirst, 10);
    }

    private static DeadLetterFilter filter(@Nullable String topic, @Nullable Instant after) {
        return new DeadLetterFilter(null, null, topic, null, after, null);
    }
}
