package io.eventjobs.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class QueryParametersTest {
    private static final String TEXT_BOUNDS = "must be given once, with 1 to 500 characters";

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void areAllOptional() {
        QueryParameters none = given();

        assertThat(none.text("event")).isNull();
        assertThat(none.oneOf("status", Set.of("pending"))).isNull();
        assertThat(none.bool("total")).isNull();
        assertThat(none.time("created_after")).isNull();
        assertThat(none.cursor()).isNull();
        assertThat(none.limit()).isEqualTo(50);
        assertThatCode(none::refuseIfWrong).doesNotThrowAnyException();
    }

    @Test
    void areReadAsTheyAreMeant() {
        request.addParameter("event", "FOSDEM 2025");
        request.addParameter("status", "failed");
        request.addParameter("total", "true");
        request.addParameter("active", "false");
        request.addParameter("created_after", "2026-03-01T10:00:00+02:00");
        request.addParameter("limit", "7");
        request.addParameter("cursor", new Cursor(9, "job-1").text());
        QueryParameters parameters = given();

        assertThat(parameters.text("event")).isEqualTo("FOSDEM 2025");
        assertThat(parameters.oneOf("status", Set.of("failed", "pending"))).isEqualTo("failed");
        assertThat(parameters.bool("total")).isTrue();
        assertThat(parameters.bool("active")).isFalse();
        assertThat(parameters.time("created_after")).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(parameters.limit()).isEqualTo(7);
        assertThat(parameters.cursor()).isEqualTo(new Cursor(9, "job-1"));
        assertThatCode(parameters::refuseIfWrong).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void mustNotBeBlank(String value) {
        request.addParameter("event", value);
        QueryParameters parameters = given();

        assertThat(parameters.text("event")).isNull();
        assertThat(faults(parameters)).containsExactly(new FieldFault("event", TEXT_BOUNDS));
    }

    @Test
    void mustBeGivenOnce() {
        request.addParameter("event", "one", "two");
        QueryParameters parameters = given();

        assertThat(parameters.text("event")).isNull();
        assertThat(faults(parameters)).containsExactly(new FieldFault("event", TEXT_BOUNDS));
    }

    @Test
    void haveAtMostFiveHundredCharacters() {
        request.addParameter("long", "x".repeat(500));
        request.addParameter("longer", "x".repeat(501));
        QueryParameters parameters = given();

        assertThat(parameters.text("long")).hasSize(500);
        assertThat(parameters.text("longer")).isNull();
        assertThat(faults(parameters)).containsExactly(new FieldFault("longer", TEXT_BOUNDS));
    }

    @Test
    void thatHaveAChoiceSayWhatThereIsInOrder() {
        request.addParameter("status", "Failed");
        QueryParameters parameters = given();

        assertThat(parameters.oneOf("status", Set.of("pending", "failed", "cancelled")))
                .isNull();
        assertThat(faults(parameters))
                .containsExactly(new FieldFault("status", "must be one of cancelled, failed, pending"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "yes", "TRUE"})
    void thatAreTrueOrFalseAreNothingElse(String value) {
        request.addParameter("total", value);
        QueryParameters parameters = given();

        assertThat(parameters.bool("total")).isNull();
        assertThat(faults(parameters)).containsExactly(new FieldFault("total", "must be one of false, true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-03-01", "2026-03-01T10:00:00", "2026-02-30T10:00:00Z"})
    void thatAreTimesShowHowOneLooks(String value) {
        request.addParameter("created_after", value);
        QueryParameters parameters = given();

        assertThat(parameters.time("created_after")).isNull();
        assertThat(faults(parameters))
                .containsExactly(new FieldFault("created_after", "must be a time such as 2026-01-31T09:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "500, 500", "0500, 500"})
    void boundTheLengthOfAPage(String value, int limit) {
        request.addParameter("limit", value);

        assertThat(given().limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "ten", "1.5", "99999", "5e1"})
    void refuseAPageThatIsTooLong(String value) {
        request.addParameter("limit", value);
        QueryParameters parameters = given();

        assertThat(parameters.limit()).isEqualTo(50);
        assertThat(faults(parameters)).containsExactly(new FieldFault("limit", "must be between 1 and 500"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "not base64!", "MToxOg", "Mjox"})
    void refuseACursorThatNoListGaveOut(String value) {
        request.addParameter("cursor", value);
        QueryParameters parameters = given();

        assertThat(parameters.cursor()).isNull();
        assertThat(faults(parameters))
                .containsExactly(new FieldFault("cursor", "must be the next_cursor of a previous page"));
    }

    @Test
    void thatNobodyKnowsAreRefusedWithThoseThatThereAre() {
        request.addParameter("statuss", "failed");
        QueryParameters parameters = given();
        parameters.text("event");
        parameters.limit();

        assertThat(faults(parameters))
                .containsExactly(new FieldFault("statuss", "unknown parameter; must be one of event, limit"));
    }

    @Test
    void tellAllFaultsAtOnceAndTheFirstInTheMessage() {
        request.addParameter("limit", "0");
        request.addParameter("total", "maybe");
        request.addParameter("page", "2");
        QueryParameters parameters = given();
        parameters.limit();
        parameters.bool("total");

        ApiException refusal = catchThrowableOfType(ApiException.class, parameters::refuseIfWrong);

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMETER);
        assertThat(refusal).hasMessage("limit: must be between 1 and 500");
        assertThat(refusal.faults()).extracting(FieldFault::field).containsExactly("limit", "total", "page");
    }

    private QueryParameters given() {
        return new QueryParameters(request);
    }

    private static List<FieldFault> faults(QueryParameters parameters) {
        return catchThrowableOfType(ApiException.class, parameters::refuseIfWrong)
                .faults();
    }
}
