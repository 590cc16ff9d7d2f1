package io.eventjobs.worker.session.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleZipTest {
    @TempDir
    private Path folder;

    @Test
    void containsTheReadmeFirstThenAllFilesByName() throws IOException {
        Path zip = written(
                "bundle.zip",
                file("Conf/en/T/talk.md", "text/markdown", "words"),
                image("Conf/assets/talk/b.jpg"),
                image("Conf/assets/talk/a.jpg"));

        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertThat(read.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "README.md", "Conf/assets/talk/a.jpg", "Conf/assets/talk/b.jpg", "Conf/en/T/talk.md");
            assertThat(text(read, "README.md")).isEqualTo("# Read me\n");
            assertThat(text(read, "Conf/en/T/talk.md")).isEqualTo("words");
        }
    }

    @Test
    void storesImagesAsTheyAre() throws IOException {
        Path zip = written("bundle.zip", image("a.jpg"));

        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertThat(read.getEntry("a.jpg").getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(text(read, "a.jpg")).isEqualTo("a.jpg");
        }
    }

    @Test
    void isTheSameToTheByteInEveryOrderAndTimeZone() throws IOException {
        MeasuredFile one = image("Größe 大/a.jpg");
        MeasuredFile two = file("b.md", "text/markdown", "words ".repeat(1_000));
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            Path there = written("there.zip", one, two);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Caracas"));
            Path here = written("here.zip", two, one);

            assertThat(there).hasSameBinaryContentAs(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private Path written(String name, MeasuredFile... files) throws IOException {
        Path zip = folder.resolve(name);
        BundleZip.write(zip, List.of(new RootText("README.md", "# Read me\n")), List.of(files));
        return zip;
    }

    private MeasuredFile image(String path) throws IOException {
        return file(path, "image/jpeg", path);
    }

    private MeasuredFile file(String path, String contentType, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("file-" + path.hashCode()), content);
        return MeasuredFile.of(new BundleFile(path, file, contentType));
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
