package io.eventjobs.gateway.deadletter;

import static io.eventjobs.gateway.Requests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.deadletter.DeadLetterController.DeadLetterList;
import io.eventjobs.gateway.deadletter.DeadLetterController.Discarded;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.Quarantine;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Report;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterControllerTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final DeadLetterController controller = new DeadLetterController(
            gateway.bean(DeadLetters.class), gateway.bean(BulkDiscard.class), new RequestBodies());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void listsOpenOnesTheNewestFirst() {
        String first = failed(FailureCode.HTTP_NOT_FOUND);
        String second = failed(FailureCode.HTTP_FORBIDDEN);
        unreadable(7);

        DeadLetterList list = list();

        assertThat(ids(list)).containsExactly("reports-0-7", second, first);
        assertThat(list.nextCursor()).isNull();
    }

    @Test
    void goesOnWhereAPageEnded() {
        List<String> all = List.of(failed(FailureCode.HTTP_NOT_FOUND), failed(FailureCode.HTTP_NOT_FOUND));
        unreadable(7);

        List<String> walked = new ArrayList<>();
        DeadLetterList page = list("limit", "1");
        assertThat(page.deadLetters()).hasSize(1);
        walked.addAll(ids(page));
        while (page.nextCursor() != null) {
            page = list("limit", "1", "cursor", page.nextCursor());
            walked.addAll(ids(page));
        }

        assertThat(walked).containsExactly("reports-0-7", all.getLast(), all.getFirst());
    }

    @Test
    void narrowsTheListToWhatIsAskedFor() {
        String missing = failed(FailureCode.HTTP_NOT_FOUND);
        failed(FailureCode.HTTP_FORBIDDEN);
        unreadable(7);

        assertThat(ids(list("code", "HTTP_NOT_FOUND"))).containsExactly(missing);
        assertThat(ids(list("code", "UNREADABLE_MESSAGE"))).containsExactly("reports-0-7");
        assertThat(ids(list("topic", "reports"))).containsExactly("reports-0-7");
        assertThat(ids(list("worker", "worker-1"))).hasSize(2);
        assertThat(ids(list("worker", "worker-2"))).isEmpty();
        assertThat(ids(list("batch_id", "batch-1"))).isEmpty();
        assertThat(ids(list("failed_before", "2026-03-01T10:00:01Z"))).containsExactly(missing);
        assertThat(ids(list("state", "discarded"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "state, gone, 'state: must be one of discarded, open, replayed'",
        "topic, events, 'topic: must be one of commands, reports'",
        "failed_after, yesterday, failed_after: must be a time such as 2026-01-31T09:30:00Z",
        "limit, 501, limit: must be between 1 and 500",
        "cursor, !, cursor: must be the next_cursor of a previous page"
    })
    void saysWhatIsWrongWithAParameter(String name, String value, String message) {
        assertRefused(() -> list(name, value), ErrorCode.INVALID_PARAMETER, message);
    }

    @Test
    void anOperatorsDecisionIsNoCodeOfADeadLetter() {
        assertThat(listRefusal("code", "FAILED_BY_OPERATOR")).startsWith("code: must be one of ADDRESS_BLOCKED, ");
    }

    @Test
    void showsAFailedJobWithItsTraceAndItsExecutionsOnlyWhenItIsAskedForAlone() {
        String id = failed(FailureCode.HTTP_NOT_FOUND);

        DeadLetterView listed = list().deadLetters().getFirst();
        DeadLetterView shown = controller.show(Requests.CALLER, id).data();

        assertThat(listed.executions()).isEmpty();
        assertThat(shown.executions()).hasSize(1);
        assertThat(shown.kind()).isEqualTo("job");
        assertThat(shown.topic()).isEqualTo("commands");
        assertThat(shown.jobId()).isEqualTo(id);
        assertThat(shown.jobName()).isEqualTo("Closing");
        assertThat(shown.error().code()).isEqualTo("HTTP_NOT_FOUND");
        assertThat(shown.error().message()).isEqualTo("went wrong");
        assertThat(shown.workerId()).isEqualTo("worker-1");
        assertThat(shown.run()).isOne();
        assertThat(shown.attempt()).isOne();
        assertThat(shown.failedAt()).isEqualTo(Jobs.NOW);
    }

    @Test
    void showsAMessageWithItsPlaceAndItsTextOnlyWhenItIsAskedForAlone() {
        unreadable(7);

        DeadLetterView listed = list().deadLetters().getFirst();
        DeadLetterView shown = controller.show(Requests.CALLER, "reports-0-7").data();

        assertThat(listed.payload()).isNull();
        assertThat(shown.payload()).isEqualTo("{}");
        assertThat(shown.kind()).isEqualTo("message");
        assertThat(shown.topic()).isEqualTo("reports");
        assertThat(shown.partition()).isZero();
        assertThat(shown.offset()).isEqualTo(7);
        assertThat(shown.jobId()).isEqualTo("job-1");
        assertThat(shown.error().code()).isEqualTo("UNREADABLE_MESSAGE");
        assertThat(shown.error().message()).isEqualTo("no report");
    }

    @Test
    void whatIsNoDeadLetterIsNotFound() {
        String alive = gateway.submitted().id().value();

        assertRefused(() -> controller.show(Requests.CALLER, alive), ErrorCode.DEAD_LETTER_NOT_FOUND);
        assertRefused(() -> controller.show(Requests.CALLER, "../x"), ErrorCode.DEAD_LETTER_NOT_FOUND);
    }

    @Test
    void discardsWhatIsNamedAndLeavesItsJobFailed() {
        String id = failed(FailureCode.HTTP_NOT_FOUND);

        assertThat(discard("{\"ids\": [\"" + id + "\", \"unknown\"]}"))
                .isEqualTo(new Discarded(false, 1, "Dead letters discarded"));

        assertThat(list().deadLetters()).isEmpty();
        assertThat(ids(list("state", "discarded"))).containsExactly(id);
        assertThat(gateway.status(new JobId(id))).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void aDryRunDiscardsNothing() {
        failed(FailureCode.HTTP_NOT_FOUND);
        failed(FailureCode.HTTP_FORBIDDEN);

        assertThat(discard("{\"filter\": {\"code\": \"HTTP_FORBIDDEN\"}, \"dry_run\": true}"))
                .isEqualTo(new Discarded(true, 1, "Dry run: nothing was discarded"));

        assertThat(list().deadLetters()).hasSize(2);
    }

    @Test
    void nobodyDiscardsAllByMistake() {
        failed(FailureCode.HTTP_NOT_FOUND);

        assertRefused(
                () -> discard("{}"),
                ErrorCode.VALIDATION_FAILED,
                "ids: either ids or filter is required; an empty filter, {}, selects all");
        assertThat(list().deadLetters()).hasSize(1);

        assertThat(discard("{\"filter\": {}}").discardedCount()).isOne();
    }

    private DeadLetterList list(String... parameters) {
        return controller.list(Requests.CALLER, Requests.get(parameters)).data();
    }

    private String listRefusal(String... parameters) {
        return String.valueOf(catchThrowable(() -> list(parameters)).getMessage());
    }

    private Discarded discard(String body) {
        return controller.discard(Requests.CALLER, Requests.post(body)).data();
    }

    private String failed(FailureCode code) {
        Report.Execution running = gateway.running();
        gateway.fails(running, code);
        gateway.pass(Duration.ofSeconds(1));
        return running.jobId().value();
    }

    private void unreadable(long offset) {
        gateway.bean(Quarantine.class)
                .keep(
                        new Quarantine.Place(DeadLetterFilter.REPORTS, 0, offset),
                        "job-1",
                        "no report",
                        "{}".getBytes(StandardCharsets.UTF_8));
        gateway.pass(Duration.ofSeconds(1));
    }

    private static List<String> ids(DeadLetterList list) {
        return list.deadLetters().stream().map(DeadLetterView::deadLetterId).toList();
    }
}
