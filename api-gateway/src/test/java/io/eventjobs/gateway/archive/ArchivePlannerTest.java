package io.eventjobs.gateway.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.StateCounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArchivePlannerTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final ArchivedJobs archived = new ArchivedJobs(gateway);
    private final ArchivePlanner planner = new ArchivePlanner(gateway.jobRecords());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void holdsTheDocumentsAndTheirSlidesAndTwoPagesAboutThem() throws IOException {
        List<JobRecord> jobs = dispatched(2);
        archived.completes(
                jobs.getFirst().id(), "Conf/en/A/one.md", Map.of("Conf/assets/one/1.jpg", "slide"), Map.of());
        archived.completes(jobs.getLast().id(), "Conf/en/A/two.md");

        Map<String, String> files = files(batch());

        assertThat(files.keySet())
                .containsExactly(
                        "Conf/en/A/one.md",
                        "Conf/assets/one/1.jpg",
                        "Conf/en/A/two.md",
                        "README.md",
                        "index.md",
                        "llms.txt",
                        "SHA256SUMS");
        assertThat(files)
                .containsEntry("Conf/en/A/one.md", "# Conf/en/A/one.md")
                .containsEntry("Conf/assets/one/1.jpg", "slide");
        assertThat(files.get("index.md")).startsWith("# A batch\n").contains("(Conf/en/A/one.md)");
    }

    @Test
    void theChecksumsAreThoseOfAllFiles() throws IOException {
        archived.completes(dispatched(1).getFirst().id(), "Conf/one.md");

        Map<String, String> files = files(batch());

        assertThat(files.get("SHA256SUMS").lines()).hasSize(4).allSatisfy(line -> assertThat(line.substring(0, 64))
                .isEqualTo(Sha256.of(files.get(line.substring(66)).getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aJobWhosePathIsTakenGoesIntoAFolderOfItsOwnAndIsLinkedThere() throws IOException {
        List<JobRecord> jobs = dispatched(2);
        archived.completes(jobs.getFirst().id(), "Conf/one.md");
        archived.completes(jobs.getLast().id(), "Conf/One.md");

        Map<String, String> files = files(batch());

        assertThat(files).containsEntry("(2)/Conf/One.md", "# Conf/One.md");
        assertThat(files.get("index.md")).contains("(Conf/one.md)", "((2)/Conf/One.md)");
    }

    @Test
    void slidesThatTwoJobsShareAreThereOnce() throws IOException {
        List<JobRecord> jobs = dispatched(2);
        Map<String, String> slides = Map.of("Conf/assets/one/1.jpg", "slide");
        archived.completes(jobs.getFirst().id(), "Conf/en/one.md", slides, Map.of());
        archived.completes(jobs.getLast().id(), "Conf/de/one.md", slides, Map.of());

        assertThat(files(batch()).keySet())
                .startsWith("Conf/en/one.md", "Conf/assets/one/1.jpg", "Conf/de/one.md", "README.md");
    }

    @Test
    void theReadmeCountsAllJobsAndSaysWhyTheFailedOnesDid() throws IOException {
        List<JobRecord> jobs = dispatched(4);
        archived.completes(jobs.getFirst().id(), "Conf/one.md");
        gateway.fails(gateway.claims(jobs.get(1).id(), "x1"), FailureCode.HTTP_NOT_FOUND);
        gateway.claims(jobs.get(2).id(), "x1");
        gateway.recounting().now(Jobs.BATCH);

        assertThat(files(batch()).get("README.md"))
                .isEqualTo(
                        """
                        # A batch

                        Batch `batch-1`, created Sun 1 Mar 2026, 10:00 UTC. Jobs: 4; completed 1, failed 1, cancelled 0, unfinished 2.

                        The sessions are listed in [index.md](index.md).

                        ## Failed

                        - Closing: HTTP_NOT_FOUND, went wrong
                        """);
    }

    @Test
    void anEventIsOverAllItsBatches() throws IOException {
        List<JobRecord> jobs = dispatched(1);
        archived.completes(jobs.getFirst().id(), "Conf/one.md");
        JobId single = gateway.dispatched().id();
        archived.completes(single, "Conf/two.md");

        Map<String, String> files =
                files(new ArchiveScope.OfEvent(Jobs.TENANT, "FOSDEM 2025", new StateCounts(0, 0, 2, 0, 0)));

        assertThat(files.keySet()).contains("Conf/one.md", "Conf/two.md", "README.md", "index.md");
        assertThat(files.get("README.md"))
                .startsWith("# FOSDEM 2025\n\nAll batches of an event. Jobs: 2; completed 2, failed 0,");
    }

    @Test
    void theSameResultsGiveTheSameBytesWheneverAndWhereverTheyAreWritten() throws IOException {
        List<JobRecord> jobs = dispatched(1);
        archived.completes(jobs.getFirst().id(), "Conf/one.md");
        byte[] once = written(batch());
        gateway.pass(Duration.ofDays(7));

        assertThat(written(batch())).isEqualTo(once);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(once))) {
            ZipEntry first = Objects.requireNonNull(zip.getNextEntry());
            assertThat(first.getTimeLocal()).isEqualTo(LocalDateTime.of(2000, 1, 1, 0, 0));
        }
    }

    @Test
    void isReadyWhenTheFirstJobHasCompleted() {
        List<JobRecord> jobs = dispatched(2);
        assertThat(planner.isReady(batch())).isFalse();

        archived.completes(jobs.getLast().id(), "Conf/one.md");

        assertThat(planner.isReady(batch())).isTrue();
        assertThat(planner.isReady(new ArchiveScope.OfEvent(Jobs.TENANT, "other", StateCounts.allPending(0))))
                .isFalse();
    }

    @Test
    void aFileThatIsNotWhatItsManifestSaysLeavesTheArchiveWithoutAnEnd() {
        List<JobRecord> jobs = dispatched(1);
        JobId job = jobs.getFirst().id();
        archived.completes(job, "Conf/one.md");
        archived.put(job, "Conf/one.md", "cut");

        assertThatThrownBy(() -> written(batch()))
                .isInstanceOf(IOException.class)
                .hasMessage("object " + archived.key(job, "Conf/one.md") + " has 3 bytes, not 13");
    }

    @Test
    void aFileThatIsGoneLeavesTheArchiveWithoutAnEnd() {
        List<JobRecord> jobs = dispatched(1);
        JobId job = jobs.getFirst().id();
        archived.completes(job, "Conf/one.md");
        archived.store().delete(List.of(archived.key(job, "Conf/one.md")));

        assertThatThrownBy(() -> written(batch())).isInstanceOf(ObjectMissingException.class);
    }

    private List<JobRecord> dispatched(int size) {
        List<JobRecord> jobs = gateway.batch(size, null);
        gateway.round();
        return jobs;
    }

    private ArchiveScope batch() {
        return new ArchiveScope.OfBatch(gateway.batch());
    }

    private byte[] written(ArchiveScope scope) throws IOException {
        ArchiveZip zip = new ArchiveZip(archived.store(), planner.plan(scope));
        try (InputStream content = zip.open(0, zip.bytes())) {
            return content.readAllBytes();
        }
    }

    private Map<String, String> files(ArchiveScope scope) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written(scope)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
