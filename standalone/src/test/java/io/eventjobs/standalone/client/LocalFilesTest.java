package io.eventjobs.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
    @TempDir
    Path folder;

    @Test
    void aDownloadIntoAFolderHasTheNameOfItsJob() throws IOException {
        Path file = folder.resolve("talks.zip");
        Files.createFile(file);

        assertThat(LocalFiles.target(folder, "job-1.zip")).isEqualTo(folder.resolve("job-1.zip"));
        assertThat(LocalFiles.target(file, "job-1.zip")).as("is replaced").isEqualTo(file);
    }

    @Test
    void whereNothingCanBeWrittenIsToldBeforeADownload() throws IOException {
        Files.createDirectory(folder.resolve("job-1.zip"));

        refused(
                () -> LocalFiles.target(folder.resolve("missing/talks.zip"), "job-1.zip"),
                "there is no folder " + folder.resolve("missing"));
        refused(() -> LocalFiles.target(folder, "job-1.zip"), "job-1.zip: it is a folder");
    }

    @Test
    void whatCannotBeReadIsToldWithItsName() {
        refused(() -> LocalFiles.read(folder.resolve("job.json")), "job.json: there is no such file");
        refused(() -> LocalFiles.read(folder), folder + ": it is a folder");
    }

    private static void refused(ThrowingCallable call, String words) {
        assertThatExceptionOfType(GatewayException.class).isThrownBy(call).withMessageEndingWith(words);
    }
}
