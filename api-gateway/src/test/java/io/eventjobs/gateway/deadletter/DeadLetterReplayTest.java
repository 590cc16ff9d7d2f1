package io.eventjobs.gateway.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.Quarantine;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.protocol.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLetterReplayTest {
    private static final Report TOUCHED = new Report.Touched(Jobs.pending().id(), null);

    private final GatewayHarness gateway = GatewayHarness.start();
    private final DeadLetters letters = gateway.bean(DeadLetters.class);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aFailedJobIsStartedAgainAsANewRunOnBehalfOfItsReplay() {
        DeadLetterEntry letter = failed();

        assertThat(letters.replay(letter, "replay-1", false)).isTrue();

        JobRecord job = gateway.jobRecords().find(new JobId(letter.id())).orElseThrow();
        assertThat(job.status()).isEqualTo(JobStatus.PENDING);
        assertThat(job.state().budget().run()).isEqualTo(2);
        assertThat(((SessionParameters) job.request().parameters()).useCache()).isFalse();
        assertThat(stored(letter).state()).isEqualTo(DeadLetter.State.REPLAYED);
        assertThat(stored(letter).replayId()).isEqualTo("replay-1");
    }

    @Test
    void aJobIsReplayedOnce() {
        DeadLetterEntry letter = failed();
        letters.replay(letter, "replay-1", null);

        assertThat(letters.replay(letter, "replay-2", null)).isFalse();

        assertThat(stored(letter).replayId()).isEqualTo("replay-1");
    }

    @Test
    void whatWasDiscardedIsNotReplayed() {
        DeadLetterEntry letter = failed();
        letters.discard(letter);

        assertThat(letters.replay(letter, "replay-1", null)).isFalse();
    }

    @Test
    void aReportIsSentAgainAsItWas() {
        DeadLetterEntry letter = quarantined("reports", MessageCodec.reports().encode(TOUCHED));

        assertThat(letters.replay(letter, "replay-1", null)).isTrue();

        assertThat(gateway.told()).containsExactly(TOUCHED);
        assertThat(stored(letter).state()).isEqualTo(DeadLetter.State.REPLAYED);
        assertThat(stored(letter).replayId()).isEqualTo("replay-1");
    }

    @Test
    void aReportThatCouldNotBeSentAgainRemainsADeadLetter() {
        DeadLetterEntry letter = quarantined("reports", MessageCodec.reports().encode(TOUCHED));
        gateway.kafkaIsAway(true);

        assertThat(letters.replay(letter, "replay-1", null)).isFalse();

        assertThat(stored(letter).state()).isEqualTo(DeadLetter.State.OPEN);
    }

    @Test
    void aCommandIsMadeAgainFromItsJobAndNeverFromItsBytes() {
        DeadLetterEntry letter = quarantined("commands", new byte[] {1});

        assertThat(letters.replay(letter, "replay-1", null)).isFalse();

        assertThat(gateway.commands()).isEmpty();
        assertThat(gateway.told()).isEmpty();
        assertThat(stored(letter).state()).isEqualTo(DeadLetter.State.OPEN);
    }

    private DeadLetterEntry failed() {
        Report.Execution running = gateway.running();
        gateway.fails(running, FailureCode.HTTP_NOT_FOUND);
        return letters.find(running.jobId().value()).orElseThrow();
    }

    private DeadLetterEntry quarantined(String topic, byte[] bytes) {
        Quarantine.Place place = new Quarantine.Place(topic, 0, 7);
        gateway.bean(Quarantine.class).keep(place, "job-1", "unreadable", bytes);
        return letters.find(place.id()).orElseThrow();
    }

    private DeadLetterEntry stored(DeadLetterEntry letter) {
        return letters.find(letter.id()).orElseThrow();
    }
}
