package io.eventjobs.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path root;

    @Test
    void createsAFolderThatOnlyItsOwnerMayEnter() throws IOException {
        Path folder = root.resolve("some/data");
        try (FolderLock lock = FolderLock.on(folder)) {
            assertThat(lock).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void leavesThePermissionsOfAFolderThatExists() throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-x---"));
        try (FolderLock lock = FolderLock.on(root)) {
            assertThat(lock).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                    .isEqualTo("rwxr-x---");
        }
    }

    @Test
    void isHeldByOneProcessAtATime() {
        try (FolderLock lock = FolderLock.on(root)) {
            assertThat(lock).isNotNull();
            assertThatExceptionOfType(EmbeddedServerException.class)
                    .isThrownBy(() -> FolderLock.on(root))
                    .withMessageContaining("is in use by another Event Jobs process");
        }
    }
}
