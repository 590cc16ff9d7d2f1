package io.eventjobs.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Protects a data folder from being used by two processes. The operating system releases the lock when the process ends. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock on(Path folder) {
        try {
            createForOwner(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!held(channel)) {
                channel.close();
                throw new EmbeddedServerException(
                        "The data folder " + folder
                                + " is in use by another Event Jobs process; stop it or choose another folder",
                        null);
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new EmbeddedServerException("Could not use the data folder " + folder + ": " + reason(e), e);
        }
    }

    /** Only the owner may enter a folder that is created here: it holds jobs, transcripts and keys. */
    private static void createForOwner(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.toAbsolutePath().getParent() != null) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
        }
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean held(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The messages of most file system exceptions are just a path, so the type is needed, too. */
    private static @Nullable String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }
}
