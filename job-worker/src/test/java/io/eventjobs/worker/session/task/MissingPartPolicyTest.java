package io.eventjobs.worker.session.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.http.FetchCode;
import io.eventjobs.http.FetchFailure;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.SourceParameters;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.protocol.JobCommand;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingPartPolicyTest {
    private static final MissingPartPolicy PATIENCE = new MissingPartPolicy(Duration.ofMinutes(2));
    private static final FetchFailure THROTTLED =
            new FetchFailure(FetchCode.HTTP_THROTTLED, 429, "later", Duration.ofSeconds(50), null);

    @Test
    void onlyThePagesOwnHostIsClosed() {
        assertThat(failure("https://Conference.example/slides.pdf"))
                .map(Failure::code)
                .contains(FailureCode.HTTP_THROTTLED);
        assertThat(failure("https://files.example/slides.pdf"))
                .map(Failure::code)
                .contains(FailureCode.PART_DELAYED);
        assertThat(failure("http://[broken/slides.pdf")).map(Failure::code).contains(FailureCode.PART_DELAYED);
    }

    @Test
    void theRequestedDelayIsPassedOn() {
        assertThat(failure("https://files.example/slides.pdf"))
                .map(Failure::retryAfter)
                .contains(Duration.ofSeconds(50));
    }

    private static Optional<Failure> failure(String part) {
        return PATIENCE.failure(command(), part, THROTTLED);
    }

    private static JobCommand command() {
        return new JobCommand(
                new JobId("job-0194c1f0-7c3b-7000-8000-000000000001"),
                new TenantId("default"),
                null,
                1,
                1,
                null,
                1,
                null,
                Duration.ofSeconds(30),
                new SourceParameters(
                        JobType.PAGE,
                        "https://conference.example/talk",
                        null,
                        null,
                        null,
                        "talk.md",
                        "en",
                        "en",
                        true));
    }
}
