package io.eventjobs.gateway.deadletter;

import static io.eventjobs.gateway.Requests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.web.QueryParameters;
import io.eventjobs.gateway.web.RequestBodies;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterParametersTest {
    private static final DeadLetterFilter NARROW = new DeadLetterFilter(
            "HTTP_NOT_FOUND",
            "worker-1",
            "commands",
            "default/batch-1",
            Instant.parse("2026-01-31T09:30:00Z"),
            Instant.parse("2026-02-01T00:00:00Z"));

    @Test
    void aBatchIsMeantAsTheTenantsOwnInQueryAndBody() {
        QueryParameters query = new QueryParameters(Requests.get(
                "code", "HTTP_NOT_FOUND",
                "worker", "worker-1",
                "topic", "commands",
                "batch_id", "batch-1",
                "failed_after", "2026-01-31T09:30:00Z",
                "failed_before", "2026-02-01T00:00:00Z"));

        assertThat(DeadLetterParameters.filter(query, "default")).isEqualTo(NARROW);
        assertThat(
                        selection(
                                """
                        {"filter": {"code": "HTTP_NOT_FOUND", "worker": "worker-1", "topic": "commands",
                        "batch_id": "batch-1", "failed_after": "2026-01-31T09:30:00Z",
                        "failed_before": "2026-02-01T00:00:00Z"}}
                        """))
                .isEqualTo(new DeadLetterSelection(List.of(), NARROW));
    }

    @Test
    void whatIsNotGivenNarrowsNothing() {
        DeadLetterFilter any = new DeadLetterFilter(null, null, null, null, null, null);

        assertThat(DeadLetterParameters.filter(new QueryParameters(Requests.get()), "default"))
                .isEqualTo(any);
        assertThat(selection("{\"filter\": {}}")).isEqualTo(new DeadLetterSelection(List.of(), any));
    }

    @Test
    void idsAreTakenAsTheyAreGiven() {
        assertThat(selection("{\"ids\": [\"job-1\", \"reports-0-7\"]}"))
                .isEqualTo(new DeadLetterSelection(List.of("job-1", "reports-0-7"), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | ids: either ids or filter is required; an empty filter, {}, selects all",
                "{\"ids\": []} | ids: either ids or filter is required; an empty filter, {}, selects all",
                "{\"ids\": [\"a\"], \"filter\": {}} | filter: must not be combined with ids",
                "{\"ids\": \"a\"} | ids: must be an array of at most 10000 strings",
                "{\"ids\": [\"a\", \" \"]} | ids[1]: must be a string of 1 to 200 characters",
                "{\"filter\": []} | filter: must be an object",
                "{\"filter\": {\"topic\": \"events\"}} | filter.topic: must be one of commands, reports",
                "{\"filter\": {\"failed_after\": \"now\"}} | filter.failed_after: must be a time such as"
                        + " 2026-01-31T09:30:00Z",
                "{\"filter\": {\"failed_after\": \"+999999999-01-01T00:00:00Z\"}} | filter.failed_after: must be a time such as"
                        + " 2026-01-31T09:30:00Z",
                "{\"filter\": {\"failed_before\": 7}} | filter.failed_before: must be a string"
            })
    void saysWhatIsWrongAndWhere(String body, String message) {
        assertRefused(() -> selection(body), ErrorCode.VALIDATION_FAILED, message);
    }

    @Test
    void aFieldThatDoesNotExistIsRefusedWithItsPlace() {
        assertRefused(
                () -> selection("{\"filter\": {\"colour\": \"blue\"}}"),
                ErrorCode.UNKNOWN_FIELD,
                "filter.colour: unknown field");
    }

    @Test
    void noMoreThanTenThousandIdsAreTakenAtOnce() {
        assertThat(selection("{\"ids\": [" + ids(10_000) + "]}").ids()).hasSize(10_000);
        assertRefused(
                () -> selection("{\"ids\": [" + ids(10_001) + "]}"),
                ErrorCode.VALIDATION_FAILED,
                "ids: must be an array of at most 10000 strings");
    }

    private static String ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
    }

    private static DeadLetterSelection selection(String body) {
        FieldReader.Faults faults = new FieldReader.Faults();
        FieldReader fields =
                new FieldReader(new RequestBodies().object(body.getBytes(StandardCharsets.UTF_8)), "", faults);
        DeadLetterSelection selection = DeadLetterParameters.selection(fields, "default", faults);
        faults.refuseIfAny();
        return selection;
    }
}
