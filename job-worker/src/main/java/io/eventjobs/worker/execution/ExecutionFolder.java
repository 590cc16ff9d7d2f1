package io.eventjobs.worker.execution;

import io.eventjobs.worker.log.LogKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The temporary folder of one execution, created on first use. Thread-safe. */
final class ExecutionFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutionFolder.class);

    private final Path parent;
    private final long minFreeBytes;
    private @Nullable Path path;

    /** @param minFreeBytes with less free space the disk counts as full */
    ExecutionFolder(Path parent, long minFreeBytes) {
        this.parent = parent;
        this.minFreeBytes = minFreeBytes;
    }

    synchronized Path path() {
        if (path == null) {
            try {
                // A cleaner of temporary files may have deleted the parent of a long-lived worker.
                path = Files.createTempDirectory(Files.createDirectories(parent), "execution-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return path;
    }

    /** Whether the disk is full, or nearly full. */
    boolean isDiskFull() {
        try {
            return Files.getFileStore(parent).getUsableSpace() < minFreeBytes;
        } catch (IOException e) {
            return false;
        }
    }

    synchronized void delete() {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue(LogKeys.FOLDER, path).setCause(e).log("Work folder not deleted");
        }
    }
}
