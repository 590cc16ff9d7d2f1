package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir
    private Path parent;

    @Test
    void deletesTheFolderOfAKilledWorker() throws IOException {
        Path left = folderOfAKilledWorker();

        try (WorkFolder folder = WorkFolder.open(parent)) {
            assertThat(left).doesNotExist();
            assertThat(folder.path()).exists();
        }
    }

    @Test
    void keepsTheFolderOfALivingWorker() throws IOException {
        try (WorkFolder living = WorkFolder.open(parent)) {
            Path used = Files.writeString(living.newExecution().path().resolve("page"), "text");

            WorkFolder.open(parent).close();

            assertThat(used).hasContent("text");
        }
    }

    @Test
    void keepsFoldersThatAreNotWorkFolders() throws IOException {
        Path other = Files.createDirectory(parent.resolve("event-jobs-worker-notes"));

        WorkFolder.open(parent).close();

        assertThat(other).exists();
    }

    @Test
    void isGoneWhenItIsClosed() throws IOException {
        WorkFolder folder = WorkFolder.open(parent);
        Files.writeString(folder.newExecution().path().resolve("page"), "text");

        folder.close();

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void isRecreatedAfterItWasDeleted() throws IOException {
        try (WorkFolder folder = WorkFolder.open(parent)) {
            Files.delete(folder.path().resolve("lock"));
            Files.delete(folder.path());

            assertThat(folder.newExecution().path()).isDirectory();
        }
    }

    /** The folder of a dead process: its lock file exists, but no process holds the lock. */
    private Path folderOfAKilledWorker() throws IOException {
        Path folder = Files.createDirectories(parent.resolve("event-jobs-worker-123/execution-1"))
                .getParent();
        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
        Files.writeString(folder.resolve("execution-1/page"), "text");
        return folder;
    }
}
