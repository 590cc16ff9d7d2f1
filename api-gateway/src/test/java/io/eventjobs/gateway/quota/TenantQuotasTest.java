package io.eventjobs.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.model.job.TenantId;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantQuotasTest {
    private static final TenantId OTHER = new TenantId("other");

    private Records records;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void admitsAsManyUnfinishedJobsAsATenantMayHave() {
        TenantQuotas quotas = Quotas.of(records, 3, 0);
        records.jobs().insert(Jobs.pending());
        records.jobs().insert(Jobs.completed());

        quotas.admitJobs(Jobs.TENANT, 2);
        records.jobs().insert(Jobs.pending());
        records.jobs().insert(Jobs.pending());

        assertThat(refusal(() -> quotas.admitJobs(Jobs.TENANT, 2))).isEqualTo(ErrorCode.JOBS_FULL);
        assertThat(refusal(() -> quotas.admitJobs(Jobs.TENANT, 1))).isEqualTo(ErrorCode.JOBS_FULL);
    }

    @Test
    void jobsOfOneTenantTakeNoRoomFromAnother() {
        TenantQuotas quotas = Quotas.of(records, 1, 0);
        records.jobs().insert(Jobs.pending());

        assertThat(refusal(() -> quotas.admitJobs(Jobs.TENANT, 1))).isEqualTo(ErrorCode.JOBS_FULL);
        assertThatCode(() -> quotas.admitJobs(OTHER, 1)).doesNotThrowAnyException();
    }

    @Test
    void refusesFilesAndJobsOfATenantWhoseSpaceIsFull() {
        TenantQuotas quotas = Quotas.of(records, 0, 100);
        quotas.stored(Jobs.TENANT, 60);

        assertThatCode(() -> quotas.requireRoom(Jobs.TENANT, 39)).doesNotThrowAnyException();
        assertThat(refusal(() -> quotas.requireRoom(Jobs.TENANT, 40))).isEqualTo(ErrorCode.STORAGE_FULL);
        quotas.stored(Jobs.TENANT, 40);
        assertThat(refusal(() -> quotas.admitJobs(Jobs.TENANT, 1))).isEqualTo(ErrorCode.STORAGE_FULL);
        assertThatCode(() -> quotas.admitJobs(OTHER, 1)).doesNotThrowAnyException();
    }

    @Test
    void aCountReplacesWhatWasAddedAndForgetsWhoHasNothing() {
        TenantQuotas quotas = Quotas.of(records, 0, 100);
        quotas.stored(Jobs.TENANT, 100);
        quotas.stored(OTHER, 100);

        records.storage().replace(Map.of(OTHER.value(), 7L));

        assertThat(records.storage().bytes(Jobs.TENANT)).isZero();
        assertThat(records.storage().bytes(OTHER)).isEqualTo(7);
    }

    @Test
    void withoutLimitsNothingIsRefusedOrStored() {
        TenantQuotas quotas = Quotas.none(records);

        quotas.stored(Jobs.TENANT, Long.MAX_VALUE);
        quotas.admitJobs(Jobs.TENANT, Integer.MAX_VALUE);
        quotas.requireRoom(Jobs.TENANT, Long.MAX_VALUE);

        assertThat(records.storage().bytes(Jobs.TENANT)).isZero();
    }

    private static ErrorCode refusal(ThrowingCallable call) {
        return catchThrowableOfType(ApiException.class, call).code();
    }
}
