package io.eventjobs.standalone.client;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that the user names: what is wrong with them is told as such, and not as a fault of the network. */
public final class LocalFiles {
    private LocalFiles() {}

    /** The text of a file in UTF-8. */
    public static String read(Path file) {
        if (Files.isDirectory(file)) {
            throw new GatewayException("cannot read " + file + ": it is a folder");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new GatewayException("cannot read " + file + ": " + reason(e));
        }
    }

    /**
     * The file that a download is written to.
     *
     * @param target what the user asked for: a file, or a folder that exists
     * @param name of the file within a folder
     */
    public static Path target(Path target, String name) {
        Path file = Files.isDirectory(target) ? target.resolve(name) : target;
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new GatewayException("cannot write " + file + ": there is no folder " + folder);
        }
        if (Files.isDirectory(file)) {
            throw new GatewayException("cannot write " + file + ": it is a folder");
        }
        return file;
    }

    static GatewayException unwritable(Path file, IOException fault) {
        return new GatewayException("cannot write " + file + ": " + reason(fault));
    }

    private static String reason(IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = fault instanceof FileSystemException system ? system.getReason() : null;
        return reason == null ? String.valueOf(fault.getMessage()) : reason;
    }
}
