package io.eventjobs.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.TenantId;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final TenantId ANOTHER = new TenantId("another");

    @Test
    void aBatchOfAnotherTenantMayHaveTheSameId() {
        StreamEvent event = SentEvents.event(0, 1, "batch.created", "same", "same", 1);

        assertThat(new Selection.OfBatch(Jobs.TENANT, "same", 0, 0, false).matches(event))
                .isTrue();
        assertThat(new Selection.OfBatch(ANOTHER, "same", 0, 0, false).matches(event))
                .isFalse();
    }

    @Test
    void aBatchOfAnotherTenantMayHaveTheIdOfAJob() {
        StreamEvent event = SentEvents.event(0, 1, "batch.created", "job-1", "job-1", 1);

        assertThat(new Selection.OfJob(ANOTHER, "job-1", "job-1", 0, 0, false).matches(event))
                .isFalse();
    }
}
