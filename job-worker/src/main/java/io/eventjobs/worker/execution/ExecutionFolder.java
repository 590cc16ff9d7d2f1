package io.eventjobs.worker.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The folder of one execution, made when it is first asked for. Thread-safe. */
final class ExecutionFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutionFolder.class);
    private static final long MIN_ROOM_BYTES = 1L << 20;

    private final Path parent;
    private @Nullable Path path;

    ExecutionFolder(Path parent) {
        this.parent = parent;
    }

    synchronized Path path() {
        if (path == null) {
            try {
                // Whoever tidies temporary files may have taken the parent of a worker that lives long.
                path = Files.createTempDirectory(Files.createDirectories(parent), "execution-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return path;
    }

    /** Whether the disk is full, or as good as full. */
    boolean hasNoRoom() {
        try {
            return Files.getFileStore(parent).getUsableSpace() < MIN_ROOM_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    synchronized void delete() {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("folder", path).setCause(e).log("Work folder not deleted");
        }
    }
}
