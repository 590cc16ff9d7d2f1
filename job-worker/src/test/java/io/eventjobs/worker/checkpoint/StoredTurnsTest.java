package io.eventjobs.worker.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** StoredTurns of several workers on one store; time passes only while somebody waits. */
class StoredTurnsTest {
    private static final CheckpointKey PAGE =
            CheckpointKey.shared(new TenantId("acme"), CheckpointHarness.STEP, List.of("https://conf.example/1"));
    private static final JobId ENGLISH = new JobId("job-1");
    private static final JobId GERMAN = new JobId("job-2");
    private static final Instant START = CheckpointHarness.NOW;

    private final InMemoryArtifactStore store = new InMemoryArtifactStore();
    private final List<Duration> pauses = new ArrayList<>();
    private Duration passed = Duration.ZERO;
    private Runnable duringAPause = () -> {};

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void theFirstWaitsForNobody() throws Exception {
        StoredTurns.Turn turn = worker().take(PAGE, ENGLISH);

        assertThat(turn.waitedFor()).isNull();
        assertThat(pauses).isEmpty();
        assertThat(store.keys()).containsExactly(PAGE.turn());
    }

    @Test
    void nothingIsLeftOfATurnThatIsGivenUp() throws Exception {
        worker().take(PAGE, ENGLISH).close();

        assertThat(store.keys()).isEmpty();
    }

    @Test
    void theSecondWaitsUntilTheFirstHasEnded() throws Exception {
        StoredTurns.Turn first = worker().take(PAGE, ENGLISH);
        duringAPause = first::close;

        StoredTurns.Turn second = worker().take(PAGE, GERMAN);

        assertThat(second.waitedFor()).isEqualTo(START);
        assertThat(pauses).containsExactly(Duration.ofMillis(50));
    }

    @Test
    void aTurnThatNobodyGivesUpIsOvertakenAfterABoundedTime() throws Exception {
        worker().take(PAGE, ENGLISH);

        StoredTurns.Turn second = worker().take(PAGE, GERMAN);

        assertThat(passed).isBetween(StoredTurns.MAX_AGE, StoredTurns.MAX_AGE.plusSeconds(2));
        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(1)));
        second.close();
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void aClockThatIsWrongProlongsNoWait() throws Exception {
        worker(START.plus(Duration.ofDays(1))).take(PAGE, ENGLISH);

        worker().take(PAGE, GERMAN);

        assertThat(passed).isLessThan(StoredTurns.MAX_AGE.plusSeconds(2));
    }

    @Test
    void nobodyWaitsForAnOldTurn() throws Exception {
        worker(START.minus(StoredTurns.MAX_AGE).minusSeconds(1)).take(PAGE, ENGLISH);

        worker().take(PAGE, GERMAN);

        assertThat(pauses).isEmpty();
    }

    @Test
    void anExecutionDoesNotWaitForAnEarlierOneOfItsJob() throws Exception {
        worker().take(PAGE, ENGLISH);

        worker().take(PAGE, ENGLISH);

        assertThat(pauses).isEmpty();
    }

    @Test
    void nobodyWaitsForATurnThatCannotBeRead() throws Exception {
        for (String content : List.of("{\"since\":", "null", "{}", "[]")) {
            store.put(PAGE.turn(), content.getBytes(), "application/json");

            worker().take(PAGE, GERMAN).close();
        }
        assertThat(pauses).isEmpty();
    }

    @Test
    void whoeverIsToldToStopWaitsNoLonger() throws Exception {
        worker().take(PAGE, ENGLISH);
        duringAPause = Thread.currentThread()::interrupt;

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> worker().take(PAGE, GERMAN));
        assertThat(pauses).hasSize(1);
    }

    @Test
    void whoeverIsToldToStopGivesItsTurnUpAndStaysTold() throws Exception {
        StoredTurns.Turn turn = worker().take(PAGE, ENGLISH);
        Thread.currentThread().interrupt();

        turn.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void thereIsNoTurnInAStoreThatFails() {
        store.goAway();

        assertThatExceptionOfType(ArtifactStoreException.class).isThrownBy(() -> worker().take(PAGE, ENGLISH));
    }

    @Test
    void aStoreThatFailsMeanwhileDoesNotSpoilTheResult() throws Exception {
        StoredTurns.Turn turn = worker().take(PAGE, ENGLISH);
        store.goAway();

        turn.close();

        assertThat(store.keys()).containsExactly(PAGE.turn());
    }

    private StoredTurns worker() {
        return worker(START);
    }

    private StoredTurns worker(Instant now) {
        InstantSource passing = () -> now.plus(passed);
        return new StoredTurns(store, clock(passing), () -> passed.toNanos(), this::pass);
    }

    private void pass(Duration pause) {
        pauses.add(pause);
        passed = passed.plus(pause);
        duringAPause.run();
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
