package io.eventjobs.gateway.audit;

import static io.eventjobs.gateway.Requests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.audit.AuditController.AuditList;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.AuditLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditControllerTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final AuditLog log = gateway.bean(AuditLog.class);
    private final AuditController controller = new AuditController(log);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void saysWhoDidWhatWhenAndFromWhere() {
        log.add("default", "cancelJob", "/api/jobs/job-1/cancel", "192.0.2.7");

        assertThat(list().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.at()).isEqualTo(Jobs.NOW);
            assertThat(entry.tenant()).isEqualTo("default");
            assertThat(entry.action()).isEqualTo("cancelJob");
            assertThat(entry.path()).isEqualTo("/api/jobs/job-1/cancel");
            assertThat(entry.address()).isEqualTo("192.0.2.7");
        });
    }

    @Test
    void showsTheNewestFirst() {
        done("first", "second", "third");

        assertThat(actions(list())).containsExactly("third", "second", "first");
        assertThat(list().nextCursor()).isNull();
    }

    @Test
    void aPageThatIsJustFullHasNoNext() {
        done("first", "second");

        assertThat(list("limit", "2").nextCursor()).isNull();
    }

    @Test
    void goesOnWhereAPageEndedThoughMuchWasDoneAtTheSameTime() {
        List<String> all = IntStream.range(0, 7).mapToObj(i -> "action-" + i).toList();
        all.forEach(action -> log.add("default", action, "/", "192.0.2.7"));

        List<String> walked = new ArrayList<>();
        AuditList page = list("limit", "3");
        assertThat(page.entries()).hasSize(3);
        walked.addAll(actions(page));
        while (page.nextCursor() != null) {
            page = list("limit", "3", "cursor", page.nextCursor());
            walked.addAll(actions(page));
        }

        assertThat(walked).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void whatIsDoneWhileSomebodyReadsMovesNothing() {
        done("first", "second", "third");
        AuditList page = list("limit", "2");
        done("fourth");

        assertThat(actions(list("limit", "2", "cursor", String.valueOf(page.nextCursor()))))
                .containsExactly("first");
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0, limit: must be between 1 and 500",
        "limit, 501, limit: must be between 1 and 500",
        "limit, many, limit: must be between 1 and 500",
        "cursor, x, cursor: must be the next_cursor of a previous page",
        "since, today, 'since: unknown parameter; must be one of cursor, limit'"
    })
    void saysWhatIsWrongWithAParameter(String name, String value, String message) {
        assertRefused(() -> list(name, value), ErrorCode.INVALID_PARAMETER, message);
    }

    private void done(String... actions) {
        for (String action : actions) {
            log.add("default", action, "/", "192.0.2.7");
            gateway.pass(Duration.ofSeconds(1));
        }
    }

    private AuditList list(String... parameters) {
        return controller.list(Requests.CALLER, Requests.get(parameters)).data();
    }

    private static List<String> actions(AuditList list) {
        return list.entries().stream().map(AuditLog.Entry::action).toList();
    }
}
