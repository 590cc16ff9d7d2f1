package io.eventjobs.gateway.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.eventjobs.artifact.ForwardingArtifactStore;
import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.model.job.TenantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveZipTest {
    private static final long TWO_GIB = 2L << 30;

    private final InMemoryArtifactStore objects = new InMemoryArtifactStore();
    private final List<String> opened = new ArrayList<>();
    private final List<ArchiveFile> files = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void everyRangeIsTheSliceOfTheWhole() throws IOException {
        completed("job-1", Map.of("Conf/größe.md", "# One", "Conf/1.jpg", "slide", "Conf/empty", ""));
        completed("job-2", Map.of("Conf/two.md", "# Two"));
        files.add(new ArchiveFile.OfText("README.md", "# All"));
        byte[] whole = whole();

        for (int from = 0; from < whole.length; from++) {
            for (int to = from + 1; to <= whole.length; to += 1 + to % 7) {
                assertThat(range(from, to - from))
                        .as("%s to %s", from, to)
                        .isEqualTo(Arrays.copyOfRange(whole, from, to));
            }
        }
    }

    @Test
    void thePlatformsReaderFindsEveryFile() throws IOException {
        completed("job-1", Map.of("Conf/größe.md", "# One", "Conf/1.jpg", "slide", "Conf/empty", ""));
        files.add(new ArchiveFile.OfText("README.md", "# All"));

        assertThat(unpacked(Files.write(folder.resolve("all.zip"), whole())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Conf/größe.md", "# One", "Conf/1.jpg", "slide", "Conf/empty", "", "README.md", "# All"));
    }

    @Test
    void unzipFindsNoFault() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/unzip")).exists();
        completed("job-1", Map.of("Conf/one.md", "# One", "Conf/1.jpg", "slide"));
        Path file = Files.write(folder.resolve("all.zip"), whole());

        Process unzip = new ProcessBuilder("/usr/bin/unzip", "-t", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("unzip.txt").toFile())
                .start();

        assertThat(unzip.waitFor())
                .as(Files.readString(folder.resolve("unzip.txt")))
                .isZero();
    }

    @Test
    void whatIsSkippedIsNotReadExceptForTheChecksumsOfEachJob() throws IOException {
        completed("job-1", Map.of("Conf/one.md", "# One", "Conf/1.jpg", "slide"));
        completed("job-2", Map.of("Conf/two.md", "# Two"));
        byte[] whole = whole();
        opened.clear();

        range(whole.length - 70, 70);

        assertThat(opened).containsExactly("acme/jobs/job-2/x1-x/job.zip");
        opened.clear();
        range(0, whole.length);
        assertThat(opened)
                .containsExactlyInAnyOrder(
                        "acme/jobs/job-1/x1-x/job.zip",
                        "acme/jobs/job-1/x1-x/Conf/one.md",
                        "acme/jobs/job-1/x1-x/Conf/1.jpg",
                        "acme/jobs/job-2/x1-x/job.zip",
                        "acme/jobs/job-2/x1-x/Conf/two.md");
    }

    @Test
    void aJobWhoseOwnZipSaysNothingIsReadForItsChecksums() throws IOException {
        completed("job-1", Map.of("Conf/one.md", "# One"));
        byte[] whole = whole();
        objects.put(
                "acme/jobs/job-1/x1-x/job.zip",
                "no ZIP, but long enough to have an end".getBytes(StandardCharsets.UTF_8),
                "application/zip");
        assertThat(whole()).isEqualTo(whole);

        objects.delete(List.of("acme/jobs/job-1/x1-x/job.zip"));

        assertThat(whole()).isEqualTo(whole);
    }

    @Test
    void aLongDirectoryOfAJobIsReadWhole() throws IOException {
        Map<String, String> slides = new LinkedHashMap<>();
        for (int i = 0; i < 1_500; i++) {
            slides.put("Conf/assets/a-rather-long-name-of-a-talk/slide_" + i + ".jpg", "slide " + i);
        }
        completed("job-1", slides);
        byte[] whole = whole();
        opened.clear();

        range(whole.length - 100_000, 100_000);

        assertThat(opened).containsOnly("acme/jobs/job-1/x1-x/job.zip").hasSize(2);
        assertThat(unpacked(Files.write(folder.resolve("all.zip"), whole))).isEqualTo(slides);
    }

    @Test
    void anObjectThatIsNotWhatItsJobPackedLeavesTheArchiveWithoutAnEnd() {
        completed("job-1", Map.of("Conf/one.md", "# One"));
        objects.put("acme/jobs/job-1/x1-x/Conf/one.md", "# Two".getBytes(StandardCharsets.UTF_8), "text/markdown");

        assertThatThrownBy(this::whole)
                .isInstanceOf(IOException.class)
                .hasMessage("object acme/jobs/job-1/x1-x/Conf/one.md is not what the ZIP of its job contains");
    }

    @Test
    void anArchiveOfMoreThanFourGibIsReadAnywhere() throws IOException {
        byte[] directory = join(
                ZipRecords.directoryEntry("1.bin", TWO_GIB, 1, 0),
                ZipRecords.directoryEntry("2.bin", TWO_GIB, 2, 0),
                ZipRecords.directoryEntry("3.bin", TWO_GIB, 3, 0));
        byte[] zip = join(directory, ZipRecords.end(3, 0, directory.length));
        stored(
                "job-1",
                zip,
                new StoredFile("1.bin", "a/b", TWO_GIB, ""),
                new StoredFile("2.bin", "a/b", TWO_GIB, ""),
                new StoredFile("3.bin", "a/b", TWO_GIB, ""));
        completed("job-2", Map.of("Conf/last.md", "# Last"));
        long bytes = zip().bytes();
        Path file = folder.resolve("large.zip");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            for (long at : List.of(0L, TWO_GIB - 500, 2 * TWO_GIB - 500, bytes - 2_000)) {
                out.seek(at);
                out.write(range(at, Math.min(2_000, bytes - at)));
            }
        }

        assertThat(bytes).isGreaterThan(3 * TWO_GIB);
        assertThat(file).hasSize(bytes);
        try (ZipFile read = new ZipFile(file.toFile())) {
            assertThat(read.size()).isEqualTo(4);
            assertThat(read.getInputStream(Objects.requireNonNull(read.getEntry("Conf/last.md"))))
                    .hasContent("# Last");
            assertThat(read.getInputStream(Objects.requireNonNull(read.getEntry("3.bin")))
                            .read())
                    .isZero();
        }
    }

    /** A job whose results are these files, and its own ZIP, as a worker packs it. */
    private void completed(String job, Map<String, String> contents) {
        List<StoredFile> stored = new ArrayList<>();
        contents.forEach((path, content) -> {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            stored.add(new StoredFile(path, "text/plain", bytes.length, Sha256.of(bytes)));
            objects.put(prefix(job).key(path), bytes, "text/plain");
        });
        stored(job, packed(contents), stored.toArray(StoredFile[]::new));
    }

    private void stored(String job, byte[] zip, StoredFile... stored) {
        StoredFile own = new StoredFile("job.zip", "application/zip", zip.length, Sha256.of(zip));
        objects.put(prefix(job).key("job.zip"), zip, "application/zip");
        for (StoredFile file : stored) {
            files.add(new ArchiveFile.OfJob("", file, prefix(job), own));
        }
    }

    private static ExecutionPrefix prefix(String job) {
        return new ExecutionPrefix(new TenantId("acme"), new JobId(job), 1, new ExecutionId("x"));
    }

    private static byte[] packed(Map<String, String> contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> content : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(content.getKey()));
                zip.write(content.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private ArchiveZip zip() {
        return new ArchiveZip(new RecordedStore(), new ArchivePlan(files, "version"));
    }

    private byte[] whole() throws IOException {
        return range(0, zip().bytes());
    }

    private byte[] range(long offset, long length) throws IOException {
        try (InputStream content = zip().open(offset, length)) {
            return content.readAllBytes();
        }
    }

    private static Map<String, String> unpacked(Path file) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                found.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Says which objects were opened, and has zeros in every file ending with .bin. */
    private final class RecordedStore extends ForwardingArtifactStore {
        RecordedStore() {
            super(objects);
        }

        @Override
        public InputStream open(String key) {
            opened.add(key);
            return super.open(key);
        }

        @Override
        public InputStream open(String key, long offset, long length) {
            opened.add(key);
            return key.endsWith(".bin")
                    ? new ByteArrayInputStream(new byte[(int) length])
                    : super.open(key, offset, length);
        }
    }
}
