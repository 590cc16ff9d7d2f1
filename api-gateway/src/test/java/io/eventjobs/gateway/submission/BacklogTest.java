package io.eventjobs.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.quota.Quotas;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final int MAX = 10;

    private final ManualTime time = new ManualTime();
    private Records records;
    private Backlog backlog;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        backlog = new Backlog(records.queue(), MAX, Quotas.none(records), time);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void admitsAsManyJobsAsMayWaitAndNoMore() {
        waiting(8);

        admitted(2);
        waiting(2);
        refused(1);
    }

    @Test
    void refusesABatchAsAWhole() {
        waiting(8);

        refused(3);
        admitted(2);
    }

    @Test
    void refusesABatchThatIsLargerThanTheWholeBacklog() {
        refused(MAX + 1);
        admitted(MAX);
    }

    @Test
    void admitsAgainAsSoonAsJobsAreFinished() {
        waiting(MAX);
        refused(1);

        records.mongo().getCollection("jobs").deleteMany(new Document());

        admitted(MAX);
    }

    @Test
    void finishedJobsDoNotWait() {
        for (int i = 0; i < MAX; i++) {
            records.jobs().insert(Jobs.completed());
        }
        waiting(9);

        admitted(1);
        assertThat(records.queue().backlog(100)).isEqualTo(9);
    }

    @Test
    void countsWhatOthersAcceptedAsSoonAsItsOwnEstimateIsOldAndNotSmall() {
        admitted(6);
        waiting(MAX);

        time.pass(Duration.ofSeconds(30));
        admitted(1);
        time.pass(Duration.ofNanos(1));
        refused(1);
    }

    @Test
    void doesNotCountWhileItIsFarFromItsBound() {
        admitted(1);
        waiting(MAX);

        time.pass(Duration.ofHours(1));
        admitted(4);
        refused(1);
    }

    private void admitted(int jobs) {
        assertThatCode(() -> backlog.admit(Jobs.TENANT, jobs)).doesNotThrowAnyException();
    }

    private void refused(int jobs) {
        ApiException refusal = catchThrowableOfType(ApiException.class, () -> backlog.admit(Jobs.TENANT, jobs));
        assertThat(refusal.code()).isEqualTo(ErrorCode.BACKLOG_FULL);
        assertThat(refusal).hasMessage("Too many jobs are waiting; Retry-After tells when to retry.");
    }

    private void waiting(int jobs) {
        for (int i = 0; i < jobs; i++) {
            records.jobs().insert(Jobs.pending());
        }
    }
}
