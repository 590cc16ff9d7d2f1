package io.eventjobs.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers of a store are refusals, and which pass. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoreRefusalsIT {
    /** Too long for any of them to end a call. */
    private static final StoreTimeouts LONG =
            new StoreTimeouts(Duration.ofSeconds(50), Duration.ofSeconds(50), Duration.ofSeconds(50));

    @ParameterizedTest
    @CsvSource({
        "400, InvalidRequest",
        "400, KeyTooLongError",
        "403, AccessDenied",
        "403, InvalidAccessKeyId",
        "404, NoSuchBucket",
        "405, MethodNotAllowed",
        "411, MissingContentLength",
        "413, EntityTooLarge"
    })
    void aRefusalIsToldWithTheWordsOfTheStore(int status, String code) {
        assertThat(failure(status, code))
                .isInstanceOfSatisfying(StoreRefusedException.class, refused -> assertThat(refused.words())
                        .isEqualTo(code + " (no)"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, RequestTimeout",
        "408, RequestTimeout",
        "409, OperationAborted",
        "429, TooManyRequests",
        "500, InternalError",
        "503, SlowDown",
        "503, ServiceUnavailable"
    })
    void anErrorThatPassesIsNoRefusal(int status, String code) {
        assertThat(failure(status, code)).isNotInstanceOf(StoreRefusedException.class);
    }

    private static ArtifactStoreException failure(int status, String code) {
        try (FaultyServer server = FaultyServer.thatAnswers(FaultyServer.refusal(status, code));
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), LONG)) {
            return catchThrowableOfType(
                    ArtifactStoreException.class, () -> store.put("a/b", new byte[1], "text/plain"));
        }
    }
}
