package io.eventjobs.gateway.replay;

import static io.eventjobs.gateway.Requests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.deadletter.DeadLetters;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.ReplayRecord;
import io.eventjobs.gateway.mongo.ReplayRecords;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.gateway.web.Success;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Report;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class ReplayControllerTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final ReplayRecords records = gateway.bean(ReplayRecords.class);
    private final ReplayController controller = new ReplayController(
            new ReplaySubmission(records, gateway.bean(ConditionalUpdate.class), gateway.time()),
            records,
            new ReplayForecast(gateway.bean(DeadLetters.class)),
            new RequestBodies(),
            gateway.time());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void beginsAReplayAndSaysWhereItIs() {
        ResponseEntity<Success<ReplayView>> response =
                replay("{\"ids\": [\"job-1\"], \"rate_per_second\": 7, \"use_cache\": false}", null);

        ReplayView view = view(response);
        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(response.getHeaders().getLocation()).isEqualTo(URI.create("/api/ops/replays/" + view.replayId()));
        assertThat(view.status()).isEqualTo("running");
        assertThat(view.ratePerSecond()).isEqualTo(7);
        assertThat(view.createdAt()).isEqualTo(Jobs.NOW);
        assertThat(stored(view).request().useCache()).isFalse();
        assertThat(stored(view).request().selection().ids()).containsExactly("job-1");
    }

    @Test
    void replaysFiftyASecondUnlessToldOtherwise() {
        assertThat(view(replay("{\"filter\": {}}", null)).ratePerSecond()).isEqualTo(50);
    }

    @Test
    void whatFailsAfterTheReplayBeganIsNotMeant() {
        ReplayView open = view(replay("{\"filter\": {}}", null));
        ReplayView early = view(replay("{\"filter\": {\"failed_before\": \"2026-01-01T00:00:00Z\"}}", null));

        assertThat(failedBefore(open)).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(failedBefore(early)).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void theSameRequestAgainBeginsNothing() {
        ReplayView first = view(replay("{\"ids\": [\"job-1\"]}", "key"));
        gateway.pass(Duration.ofSeconds(5));

        assertThat(view(replay("{\"ids\": [\"job-1\"]}", "key")).replayId()).isEqualTo(first.replayId());
        assertRefused(() -> replay("{\"ids\": [\"job-2\"]}", "key"), ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(records.running()).hasSize(1);
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndBeginsNothing() {
        JobId missing = failed(FailureCode.HTTP_NOT_FOUND);
        JobId forbidden = failed(FailureCode.HTTP_FORBIDDEN);

        ResponseEntity<Success<ReplayView>> response = replay("{\"filter\": {}, \"dry_run\": true}", null);

        ReplayView view = view(response);
        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(view.replayId()).isNull();
        assertThat(view.status()).isEqualTo("dry_run");
        assertThat(view.replayedCount()).isEqualTo(2);
        assertThat(view.skippedCount()).isZero();
        assertThat(view.byCode()).isEqualTo(Map.of("HTTP_FORBIDDEN", 1, "HTTP_NOT_FOUND", 1));
        assertThat(view.sample()).containsExactly(missing.value(), forbidden.value());
        assertThat(records.running()).isEmpty();
        assertThat(gateway.status(missing)).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void aDryRunOfIdsSkipsWhatIsNoOpenDeadLetter() {
        JobId dead = failed(FailureCode.HTTP_NOT_FOUND);
        JobId discarded = failed(FailureCode.HTTP_NOT_FOUND);
        DeadLetters letters = gateway.bean(DeadLetters.class);
        letters.discard(letters.find(discarded.value()).orElseThrow());
        String ids = "[\"" + dead + "\", \"" + discarded + "\", \"job-unknown\"]";

        ReplayView view = view(replay("{\"ids\": " + ids + ", \"dry_run\": true}", null));

        assertThat(view.replayedCount()).isEqualTo(1);
        assertThat(view.skippedCount()).isEqualTo(2);
        assertThat(view.sample()).containsExactly(dead.value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ids\": [\"a\"], \"rate_per_second\": 0} | rate_per_second: must be an integer between 1 and 1000",
                "{\"ids\": [\"a\"], \"rate_per_second\": 1001} | rate_per_second: must be an integer between 1 and 1000",
                "{\"ids\": [\"a\"], \"dry_run\": 1} | dry_run: must be true or false",
                "{} | ids: either ids or filter is required; an empty filter, {}, selects all"
            })
    void saysWhatIsWrongWithARequest(String body, String message) {
        assertRefused(() -> replay(body, null), ErrorCode.VALIDATION_FAILED, message);
        assertThat(records.running()).isEmpty();
    }

    @Test
    void showsHowFarAReplayIs() {
        ReplayView begun = view(replay("{\"ids\": [\"a\", \"b\", \"c\"]}", null));
        ReplayRecord stored = stored(begun);
        records.store(stored, stored.advanced(new ReplayRecord.Progress("3", 2, 1)));

        ReplayView shown = controller
                .show(Requests.CALLER, String.valueOf(begun.replayId()))
                .data();

        assertThat(shown.replayedCount()).isEqualTo(2);
        assertThat(shown.skippedCount()).isEqualTo(1);
        assertThat(shown.finishedAt()).isNull();
    }

    @Test
    void cancelsAReplayOnceAndSaysSinceWhen() {
        String id = String.valueOf(view(replay("{\"ids\": [\"a\"]}", null)).replayId());
        gateway.pass(Duration.ofSeconds(5));

        ReplayView cancelled = controller.cancel(Requests.CALLER, id).data();
        gateway.pass(Duration.ofSeconds(5));

        assertThat(cancelled.status()).isEqualTo("cancelled");
        assertThat(cancelled.finishedAt()).isEqualTo(Jobs.NOW.plusSeconds(5));
        assertThat(controller.cancel(Requests.CALLER, id).data()).isEqualTo(cancelled);
    }

    @Test
    void aReplayThatIsNotThereIsNotFound() {
        assertRefused(() -> controller.show(Requests.CALLER, "replay-1"), ErrorCode.REPLAY_NOT_FOUND);
        assertRefused(() -> controller.cancel(Requests.CALLER, "replay-1"), ErrorCode.REPLAY_NOT_FOUND);
    }

    @Test
    void listsTheNewestFirstAndNoMoreThanAskedFor() {
        String first = String.valueOf(view(replay("{\"ids\": [\"a\"]}", null)).replayId());
        gateway.pass(Duration.ofSeconds(1));
        String second = String.valueOf(view(replay("{\"ids\": [\"a\"]}", null)).replayId());

        assertThat(list()).containsExactly(second, first);
        assertThat(list("limit", "1")).containsExactly(second);
        assertRefused(
                () -> list("cursor", "x"),
                ErrorCode.INVALID_PARAMETER,
                "cursor: unknown parameter; must be one of limit");
    }

    private List<@Nullable String> list(String... parameters) {
        return controller.list(Requests.CALLER, Requests.get(parameters)).data().replays().stream()
                .<@Nullable String>map(ReplayView::replayId)
                .toList();
    }

    private JobId failed(FailureCode code) {
        Report.Execution running = gateway.running();
        gateway.fails(running, code);
        gateway.pass(Duration.ofSeconds(1));
        return running.jobId();
    }

    private ResponseEntity<Success<ReplayView>> replay(String body, @Nullable String key) {
        return controller.replay(Requests.CALLER, Requests.post(body), key);
    }

    private ReplayRecord stored(ReplayView view) {
        return records.find(String.valueOf(view.replayId())).orElseThrow();
    }

    private String failedBefore(ReplayView view) {
        return String.valueOf(
                Objects.requireNonNull(stored(view).request().selection().filter())
                        .failedBefore());
    }

    private static ReplayView view(ResponseEntity<Success<ReplayView>> response) {
        return Objects.requireNonNull(response.getBody()).data();
    }
}
