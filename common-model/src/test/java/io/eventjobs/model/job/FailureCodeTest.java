package io.eventjobs.model.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureCodeTest {
    /** Names are public API: removing or renaming one breaks clients. */
    @Test
    void theCatalogueOnlyGrows() {
        assertThat(Arrays.stream(FailureCode.values())
                        .map(code -> code + " " + code.kind().word()))
                .contains(
                        "INVALID_ADDRESS permanent",
                        "ADDRESS_BLOCKED permanent",
                        "HOST_UNRESOLVED retryable",
                        "CONNECT_FAILED retryable",
                        "TLS_FAILED retryable",
                        "HTTP_NOT_FOUND permanent",
                        "HTTP_FORBIDDEN permanent",
                        "HTTP_CLIENT_ERROR permanent",
                        "HTTP_SERVER_ERROR retryable",
                        "HTTP_THROTTLED deferred",
                        "CIRCUIT_OPEN deferred",
                        "HOST_BUSY deferred",
                        "TOO_LARGE permanent",
                        "TOO_SLOW retryable",
                        "TIMED_OUT retryable",
                        "TOO_MANY_REDIRECTS permanent",
                        "DECOMPRESSION_BOMB permanent",
                        "RESPONSE_BROKEN retryable",
                        "ROBOTS_REFUSED permanent",
                        "NOT_A_PAGE permanent",
                        "EMPTY_PAGE permanent",
                        "NO_DOCUMENT permanent",
                        "NOT_SUBTITLES permanent",
                        "NO_TRANSCRIPT retryable",
                        "PART_DELAYED deferred",
                        "STORE_UNAVAILABLE deferred",
                        "STORE_REFUSED retryable",
                        "STEP_TIMED_OUT retryable",
                        "JOB_TIMED_OUT permanent",
                        "INTERNAL_ERROR retryable",
                        "INVALID_COMMAND permanent",
                        "WORKER_LOST permanent",
                        "DEFERRED_TOO_LONG permanent",
                        "UNKNOWN retryable",
                        "FAILED_BY_OPERATOR permanent");
    }

    @ParameterizedTest
    @EnumSource
    void onlyPossiblyTransientFailuresAreRetried(FailureCode code) {
        assertThat(code.attempts() > 1).isEqualTo(code.kind() == FailureKind.RETRYABLE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAILED_BY_OPERATOR")
    void aFailureNotCausedByAPersonIsADeadLetter(FailureCode code) {
        assertThat(code.isDeadLetter()).isTrue();
    }

    @Test
    void aFailureThatAnOperatorCausedIsNoDeadLetter() {
        assertThat(FailureCode.FAILED_BY_OPERATOR.isDeadLetter()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void itsMeaningIsASentence(FailureCode code) {
        assertThat(code.meaning()).matches("[A-Z].*\\.");
    }

    @Test
    void aCodeOfANewerWorkerIsReadAsUnknown() {
        assertThat(FailureCode.of("SUN_WENT_OUT")).isEqualTo(FailureCode.UNKNOWN);
    }

    @Test
    void aLongMessageIsShortenedWithoutCuttingACharacterInTwo() {
        Failure failure = Failure.of(FailureCode.INTERNAL_ERROR, "x".repeat(998) + "😀😀");
        assertThat(failure.message()).hasSizeLessThanOrEqualTo(1_000).endsWith("x…");
    }
}
