package io.eventjobs.model.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointKeyTest {
    private static final TenantId TENANT = new TenantId("acme");
    private static final JobId JOB = new JobId("job-1");
    private static final CheckpointKey.Step SLIDES = new CheckpointKey.Step("slides", 3);

    @Test
    void isBelowItsTenantAndItsJobOrShared() {
        assertThat(CheckpointKey.ofJob(TENANT, JOB, SLIDES, List.of("a")))
                .hasToString("acme/checkpoints/jobs/job-1/slides/v3/"
                        + "4162fddd39a3e4225e8e2392eced237fbeb34e6e218b5647d27bd4d2b9c0da24/");
        assertThat(CheckpointKey.shared(TENANT, SLIDES, List.of("a")).toString())
                .startsWith("acme/checkpoints/shared/slides/v3/");
    }

    @Test
    void keepsTheDocumentThePartsAndTheTurnInOneFolder() {
        CheckpointKey key = CheckpointKey.shared(TENANT, SLIDES, List.of("a"));
        String hash = Sha256.of(new byte[0]);

        assertThat(key.document()).isEqualTo(key + "checkpoint.json");
        assertThat(key.part(hash)).isEqualTo(key + "parts/" + hash);
        assertThat(key.turn()).isEqualTo(key + "turn.json");
    }

    @Test
    void isAnotherForAnotherTenantJobStepVersionOrInput() {
        List<String> inputs = List.of("a", "b");

        assertThat(List.of(
                        CheckpointKey.ofJob(TENANT, JOB, SLIDES, inputs),
                        CheckpointKey.ofJob(new TenantId("other"), JOB, SLIDES, inputs),
                        CheckpointKey.ofJob(TENANT, new JobId("job-2"), SLIDES, inputs),
                        CheckpointKey.ofJob(TENANT, JOB, new CheckpointKey.Step("fetch", 3), inputs),
                        CheckpointKey.ofJob(TENANT, JOB, new CheckpointKey.Step("slides", 4), inputs),
                        CheckpointKey.ofJob(TENANT, JOB, SLIDES, List.of("a", "c")),
                        CheckpointKey.shared(TENANT, SLIDES, inputs)))
                .extracting(CheckpointKey::toString)
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsListsOfInputsApartThatReadAlike() {
        assertThat(List.of(
                        CheckpointKey.shared(TENANT, SLIDES, List.of("ab", "c")),
                        CheckpointKey.shared(TENANT, SLIDES, List.of("a", "bc")),
                        CheckpointKey.shared(TENANT, SLIDES, List.of("abc")),
                        CheckpointKey.shared(TENANT, SLIDES, List.of("ab1:c")),
                        CheckpointKey.shared(TENANT, SLIDES, List.of("abc", ""))))
                .extracting(CheckpointKey::inputs)
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesAnInvalidStepName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckpointKey.Step("../slides", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckpointKey.Step("slides", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckpointKey(TENANT, null, SLIDES, "../../other"));
    }
}
