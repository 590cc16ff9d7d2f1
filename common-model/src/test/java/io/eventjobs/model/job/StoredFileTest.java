package io.eventjobs.model.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredFileTest {
    private static final String HASH = "0".repeat(64);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../x2-other/talk.md",
                "a/../../other/jobs/job-1/x1-e/talk.md",
                "..",
                "a\\..\\b",
                "a\u0000b",
                "a\r\nb"
            })
    void namesNothingOutsideItsPrefix(String path) {
        assertThatThrownBy(() -> new StoredFile(path, "text/markdown", 1, HASH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("path must be relative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"talk.md", "FOSDEM 2025/en/Key..notes/ü…closing.md", ".hidden", "a/..b"})
    void anyRelativePathIsAllowed(String path) {
        assertThat(new StoredFile(path, "text/markdown", 0, HASH).path()).isEqualTo(path);
    }

    @Test
    void hasASize() {
        assertThatThrownBy(() -> new StoredFile("talk.md", "text/markdown", -1, HASH))
                .hasMessage("bytes is negative: -1");
    }
}
