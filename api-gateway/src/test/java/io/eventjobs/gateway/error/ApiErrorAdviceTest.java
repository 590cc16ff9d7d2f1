package io.eventjobs.gateway.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.artifact.StoreRefusedException;
import io.eventjobs.gateway.HttpApi;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

class ApiErrorAdviceTest {
    private static final String SECRET = "mongodb://user:password@10.0.0.7/jobs";

    private final Faulty controller = new Faulty();
    private final HttpApi api = HttpApi.of(controller);

    @Test
    void aRefusalIsAnsweredWithItsCodeItsMessageAndAllItsFaults() {
        HttpApi.Answer answer = whenThrown(new ApiException(
                ErrorCode.VALIDATION_FAILED,
                "url: is required (and 1 more)",
                List.of(new FieldFault("url", "is required"), new FieldFault("day", "must be a string"))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text("/status")).isEqualTo("error");
        assertThat(answer.text("/error/message")).isEqualTo("url: is required (and 1 more)");
        assertThat(answer.error()).isEqualTo("VALIDATION_FAILED; url: is required; day: must be a string");
        assertThat(UUID.fromString(answer.text("/error/error_id")).version()).isEqualTo(4);
    }

    @Test
    void detailsAreThereEvenIfNoFieldIsWrong() {
        HttpApi.Answer answer = whenThrown(new ApiException(ErrorCode.JOB_NOT_FOUND, "Unknown job."));

        assertThat(answer.at("/error").propertyNames()).containsExactly("code", "message", "details", "error_id");
        assertThat(answer.at("/error/details").isArray()).isTrue();
        assertThat(answer.at("/error/details")).isEmpty();
    }

    @Test
    void twoAnswersHaveTwoIds() {
        ApiException refusal = new ApiException(ErrorCode.JOB_NOT_FOUND, "Unknown job.");

        assertThat(whenThrown(refusal).text("/error/error_id"))
                .isNotEqualTo(whenThrown(refusal).text("/error/error_id"));
    }

    @ParameterizedTest
    @CsvSource({"BACKLOG_FULL, 429", "UPLOADS_FULL, 429", "STORE_UNAVAILABLE, 503"})
    void whatMayWorkLaterSaysWhen(ErrorCode code, int status) {
        HttpApi.Answer answer = whenThrown(new ApiException(code, "later"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void whatWillNeverWorkDoesNotAskToRetry() {
        assertThat(whenThrown(new ApiException(ErrorCode.JOB_FINISHED, "no"))
                        .response()
                        .containsHeader("Retry-After"))
                .isFalse();
    }

    @Test
    void aMongoThatIsAwayIsAServiceThatIsUnavailable() {
        HttpApi.Answer answer =
                whenThrown(new DataAccessResourceFailureException(SECRET, new IllegalStateException(SECRET)));

        assertThat(answer.error()).isEqualTo("STORE_UNAVAILABLE");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThatNothingIsShownOfTheInside(answer);
    }

    @Test
    void anObjectStoreThatIsAwayIsAServiceThatIsUnavailable() {
        HttpApi.Answer answer = whenThrown(new ArtifactStoreException(SECRET, new IOException(SECRET)));

        assertThat(answer.error()).isEqualTo("STORE_UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThatNothingIsShownOfTheInside(answer);
        assertThat(whenThrown(new ObjectMissingException(SECRET)).status()).isEqualTo(503);
    }

    @Test
    void aRefusalByTheObjectStoreIsNotAnOutage() {
        HttpApi.Answer answer = whenThrown(
                new StoreRefusedException(SECRET, "AccessDenied", SECRET, new IllegalStateException(SECRET)));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.error()).isEqualTo("INTERNAL_ERROR");
        assertThatNothingIsShownOfTheInside(answer);
    }

    @Test
    void aChangeThatOthersWereFasterWithIsAConflict() {
        HttpApi.Answer answer = whenThrown(new OptimisticLockingFailureException(SECRET));

        assertThat(answer.error()).isEqualTo("CONFLICT");
        assertThat(answer.status()).isEqualTo(409);
        assertThatNothingIsShownOfTheInside(answer);
    }

    @Test
    void anythingElseIsAnInternalErrorThatShowsNothingOfTheInside() {
        for (Exception fault : List.of(
                new IllegalStateException(SECRET),
                new NullPointerException(SECRET),
                new IllegalArgumentException(SECRET, new IOException(SECRET)))) {
            HttpApi.Answer answer = whenThrown(fault);

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.error()).isEqualTo("INTERNAL_ERROR");
            assertThat(answer.text("/error/message"))
                    .isEqualTo("Internal error; error_id identifies it in the gateway's log.");
            assertThat(answer.response().containsHeader("Retry-After")).isFalse();
            assertThatNothingIsShownOfTheInside(answer);
        }
    }

    @Test
    void aDuplicateThatNobodyExpectedShowsNothingOfItsIndex() {
        assertThatNothingIsShownOfTheInside(whenThrown(new DuplicateKeyException(SECRET)));
    }

    @Test
    void anUnknownPathIsNotFound() {
        HttpApi.Answer answer = whenThrown(new NoResourceFoundException(HttpMethod.GET, "/nowhere", "nowhere"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error()).isEqualTo("NOT_FOUND");
        assertThat(answer.text("/error/message")).isEqualTo("Unknown path.");
    }

    @Test
    void aMethodThatIsNotAllowedNamesThoseThatAre() {
        HttpApi.Answer answer = api.perform(delete("/typed"));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.error()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(answer.text("/error/message")).isEqualTo("The method DELETE is not allowed for this path.");
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void aMethodThatIsNotAllowedIsToldAsJsonWhateverTheCallerAccepts() {
        HttpApi.Answer answer = api.perform(delete("/typed").header("Accept", "application/json;q=2;charset=\""));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.error()).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void aBodyThatIsNoJsonByItsTypeIsUnsupported() {
        HttpApi.Answer answer =
                api.perform(post("/typed").contentType("text/plain").content("x"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.error()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(answer.text("/error/message")).isEqualTo("The body must be application/json.");
    }

    @Test
    void aClientThatAcceptsNothingThatThereIsIsTold() {
        HttpApi.Answer answer = api.perform(get("/fault").accept("image/png"));

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.error()).isEqualTo("NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "/number?value=ten, value: must be of type int",
        "/number, value: is required",
        "/header, X-Needed: is required"
    })
    void aParameterThatSpringRefusesIsNamed(String path, String message) {
        HttpApi.Answer answer = api.read(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("INVALID_PARAMETER; " + message);
    }

    @Test
    void aClientThatHasGoneIsNotAnswered() {
        HttpApi.Answer answer = whenThrown(new AsyncRequestNotUsableException("gone"));

        assertThat(answer.body()).isEmpty();
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void anAnswerThatBrokeOffDoesNotEndAsIfItWereWhole() {
        ApiErrorAdvice advice = new ApiErrorAdvice(ErrorAnswers.writer());
        MockHttpServletResponse begun = new MockHttpServletResponse();
        begun.setCommitted(true);
        ArtifactStoreException away = new ArtifactStoreException("away", new IOException("away"));
        IllegalStateException fault = new IllegalStateException("fault");

        assertThatExceptionOfType(ArtifactStoreException.class)
                .isThrownBy(() -> advice.objectStoreUnavailable(away, begun));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> advice.unexpected(fault, new MockHttpServletRequest(), begun));
    }

    @Test
    void aConnectionThatBrokeIsLeftToTheContainer() {
        ApiErrorAdvice advice = new ApiErrorAdvice(ErrorAnswers.writer());

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> advice.unexpected(
                        new IOException("broken pipe"), new MockHttpServletRequest(), new MockHttpServletResponse()));
    }

    private HttpApi.Answer whenThrown(Exception fault) {
        controller.answer = () -> {
            throw fault;
        };
        return api.read("/fault");
    }

    private static void assertThatNothingIsShownOfTheInside(HttpApi.Answer answer) {
        assertThat(answer.body()).doesNotContain(SECRET, "password", "Exception", "java.", "springframework");
    }

    @RestController
    static class Faulty {
        private Callable<Object> answer = () -> "nothing";

        @GetMapping(path = "/fault", produces = "application/json")
        Object fault(HttpServletResponse response) throws Exception {
            return answer.call();
        }

        @PostMapping(path = "/typed", consumes = "application/json")
        String typed() {
            return "typed";
        }

        @GetMapping("/number")
        int number(@RequestParam("value") int value) {
            return value;
        }

        @GetMapping("/header")
        String header(@RequestHeader("X-Needed") String needed) {
            return needed;
        }
    }
}
