package io.eventjobs.worker.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.ModelUsage;
import org.junit.jupiter.api.Test;

class ModelUsagesTest {
    private final ModelUsages usages = new ModelUsages();

    @Test
    void aModelWhoseEveryAnswerFailedIsPaidForAndContributedNothing() {
        usages.add(ModelUsage.ofText("translation", "small", 10, 0, null));
        usages.add(ModelUsage.ofText("translation", "small", 10, 0, null));

        assertThat(usages.all()).extracting(ModelUsage::calls).containsExactly(2);
        assertThat(usages.contributors()).isEmpty();
    }

    @Test
    void aModelThatContributedIsListedWithAllItsCalls() {
        usages.addContribution("translation", "small");
        usages.add(ModelUsage.ofText("translation", "small", 10, 5, null));
        usages.add(ModelUsage.ofSpeech("speech", "large", 60, null));

        assertThat(usages.contributors()).containsExactly(new ModelUsage("translation", "small", 1, 10, 5, 0, null));
        assertThat(usages.all()).hasSize(2);
    }

    @Test
    void aModelWhoseAnswerCameFromACheckpointContributedWithoutACall() {
        usages.addContribution("speech", "large");

        assertThat(usages.contributors()).extracting(ModelUsage::calls).containsExactly(0);
    }
}
