package io.eventjobs.worker.session.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.http.FetchCode;
import io.eventjobs.http.FetchFailure;
import io.eventjobs.model.job.FailureCode;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostFailuresTest {
    private static final String PAGE = "https://conference.example/talk";

    @ParameterizedTest
    @EnumSource(names = {"HTTP_THROTTLED", "CIRCUIT_OPEN", "HOST_BUSY"})
    void aHostToWhichThePageRedirectsDelaysThisJobOnly(FetchCode code) {
        assertThat(HostFailures.code(PAGE, PAGE, failure(code, "https://other.example/talk")))
                .isEqualTo(FailureCode.PART_DELAYED);
    }

    @Test
    void thePagesOwnHostMakesAllItsJobsWait() {
        assertThat(HostFailures.code(PAGE, PAGE, failure(FetchCode.HTTP_THROTTLED, "https://Conference.example/login")))
                .isEqualTo(FailureCode.HTTP_THROTTLED);
        assertThat(HostFailures.code(PAGE, PAGE, failure(FetchCode.HTTP_THROTTLED, null)))
                .isEqualTo(FailureCode.HTTP_THROTTLED);
    }

    @Test
    void aPartThatRedirectsToThePagesHostMakesItsJobsWait() {
        assertThat(HostFailures.code(PAGE, "https://short.example/x", failure(FetchCode.HTTP_THROTTLED, PAGE)))
                .isEqualTo(FailureCode.HTTP_THROTTLED);
    }

    @Test
    void aFailureThatIsNoPauseKeepsItsCode() {
        assertThat(HostFailures.code(PAGE, PAGE, failure(FetchCode.HTTP_NOT_FOUND, "https://other.example/")))
                .isEqualTo(FailureCode.HTTP_NOT_FOUND);
    }

    private static FetchFailure failure(FetchCode code, @Nullable String address) {
        return new FetchFailure(code, 0, "later", null, address == null ? null : URI.create(address));
    }
}
