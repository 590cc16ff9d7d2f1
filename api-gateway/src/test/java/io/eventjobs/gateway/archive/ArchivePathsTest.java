package io.eventjobs.gateway.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.StoredFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchivePathsTest {
    private final ArchivePaths paths = new ArchivePaths();

    @Test
    void jobsThatDoNotMeetShareOneTree() {
        assertThat(paths.rootOf(session("Conf/en/A/one.md", "1"))).isEmpty();
        assertThat(paths.rootOf(session("Conf/en/A/two.md", "2"))).isEmpty();
    }

    @Test
    void aJobThatMeetsAnotherOneGetsAFolderOfItsOwn() {
        paths.rootOf(session("Conf/en/A/one.md", "1"));

        assertThat(paths.rootOf(session("Conf/en/A/one.md", "2"))).isEqualTo("(2)/");
        assertThat(paths.rootOf(session("Conf/en/A/ONE.md", "1"))).isEqualTo("(3)/");
        assertThat(paths.rootOf(session("README.md", "1"))).isEqualTo("(2)/");
    }

    @Test
    void aSessionInTwoLanguagesHasItsSlidesOnce() {
        assertThat(paths.rootOf(session("Conf/en/A/one.md", "1"))).isEmpty();
        assertThat(paths.isNew("Conf/assets/one/slide_001.jpg")).isTrue();

        assertThat(paths.rootOf(session("Conf/de/A/one.md", "2"))).isEmpty();
        assertThat(paths.isNew("Conf/assets/one/slide_001.jpg")).isFalse();
    }

    @Test
    void theArchiveOfAJobItselfIsInNobodysWaySinceItIsNotWritten() {
        assertThat(paths.rootOf(session("Conf/en/A/one.md", "1"))).isEmpty();
        assertThat(paths.rootOf(session("Conf/de/A/one.md", "2"))).isEmpty();
        assertThat(paths.rootOf(session("one.zip", "3"))).isEmpty();
    }

    private static JobResults session(String markdown, String content) {
        return new JobResults(
                file(markdown, content),
                file("one.zip", "zip of " + content),
                List.of(file("Conf/assets/one/slide_001.jpg", "slide")),
                Map.of(),
                List.of());
    }

    private static StoredFile file(String path, String content) {
        return new StoredFile(path, "text/plain", 1, content);
    }
}
