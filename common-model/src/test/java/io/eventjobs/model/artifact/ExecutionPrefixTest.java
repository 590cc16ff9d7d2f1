package io.eventjobs.model.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionPrefixTest {
    private static final ExecutionPrefix PREFIX =
            new ExecutionPrefix(new TenantId("default"), new JobId("job-1"), 7, new ExecutionId("e2"));

    @Test
    void everyExecutionHasItsOwnFolderOfItsJob() {
        assertThat(PREFIX).hasToString("default/jobs/job-1/x7-e2/");
        assertThat(PREFIX.manifestKey()).isEqualTo("default/jobs/job-1/x7-e2/manifest.json");
        assertThat(PREFIX.toString()).startsWith(ExecutionPrefix.jobPrefix(PREFIX.tenant(), PREFIX.jobId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.md", "FOSDEM 2026/en/a.md", "..a/b", "a..", "...", "a/./b"})
    void aPathWithinIsAKey(String path) {
        assertThat(PREFIX.key(path)).isEqualTo(PREFIX + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "..", "../a", "a/../b", "a/..", "a\\..\\b", "\\a"})
    void aPathThatLeavesTheFolderIsRefused(String path) {
        assertThatThrownBy(() -> PREFIX.key(path)).isInstanceOf(IllegalArgumentException.class);
    }
}
