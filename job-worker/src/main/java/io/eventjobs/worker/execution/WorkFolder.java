package io.eventjobs.worker.execution;

import io.eventjobs.worker.log.LogKeys;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The parent of the executions' folders. It is locked while the worker lives, so that a worker started later can recognize and delete the
 * folder of one that was killed. Thread-safe.
 */
public final class WorkFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
    private static final String PREFIX = "event-jobs-worker-";
    private static final String LOCK = "lock";
    private static final long MIN_FREE_BYTES = 1L << 20;

    private final Path path;
    private final FileChannel lock;

    private WorkFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Creates a folder below one that many workers may share.
     *
     * @throws IOException if no folder can be created there
     */
    public static WorkFolder open(Path parent) throws IOException {
        Files.createDirectories(parent);
        deleteWhatIsLeft(parent);
        while (true) {
            Path path = Files.createTempDirectory(parent, PREFIX);
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            FileLock held = locked(channel);
            if (held != null && Files.exists(path.resolve(LOCK))) {
                return new WorkFolder(path, channel);
            }
            // Another starting worker took it for abandoned.
            channel.close();
        }
    }

    Path path() {
        return path;
    }

    ExecutionFolder newExecution() {
        return new ExecutionFolder(path, MIN_FREE_BYTES);
    }

    @Override
    public void close() throws IOException {
        lock.close();
        FileSystemUtils.deleteRecursively(path);
    }

    private static void deleteWhatIsLeft(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isRegularFile(folder.resolve(LOCK))) {
                    deleteIfLeft(folder);
                }
            }
        }
    }

    private static void deleteIfLeft(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            if (locked(channel) != null && FileSystemUtils.deleteRecursively(folder)) {
                LOG.atInfo().addKeyValue(LogKeys.FOLDER, folder).log("Work folder of a killed worker deleted");
            }
        } catch (IOException e) {
            // It may belong to another user.
            LOG.atDebug()
                    .addKeyValue(LogKeys.FOLDER, folder)
                    .setCause(e)
                    .log("Folder of another worker could not be inspected");
        }
    }

    /** Null if it is locked by this or another process. */
    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
