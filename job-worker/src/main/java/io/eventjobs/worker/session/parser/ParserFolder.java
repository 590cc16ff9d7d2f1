package io.eventjobs.worker.session.parser;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of parser processes: one of each process, for temporary files, and in it one of each file, for its images until it is read. */
final class ParserFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ParserFolder.class);
    private static final String PREFIX = "event-jobs-parser-";
    private static final int MAX_ERRORS_LENGTH = 2 << 10;

    private ParserFolder() {}

    /** A new one, in the system's temporary folder. */
    static Path ofProcess() throws IOException {
        return Files.createTempDirectory(PREFIX).toRealPath();
    }

    /** A new one for a file, in that of the process, which sees no other. */
    static Path within(Path folder) throws IOException {
        return Files.createTempDirectory(folder, PREFIX);
    }

    /** Gives a file to the process: under the same name, in its folder. */
    static Path give(Path file, Path folder) throws IOException {
        Path given = folder.resolve(file.getFileName());
        try {
            return Files.createLink(given, file);
        } catch (IOException | UnsupportedOperationException e) {
            // Another file system, or one without links.
            return Files.copy(file, given);
        }
    }

    /** The end of what the process of this folder wrote as errors; empty if there is nothing, or it cannot be read. */
    static String errors(Path folder) {
        try (SeekableByteChannel file = Files.newByteChannel(folder.resolve(ParserCommand.ERRORS))) {
            file.position(Math.max(0, file.size() - MAX_ERRORS_LENGTH));
            byte[] last = Channels.newInputStream(file).readNBytes(MAX_ERRORS_LENGTH);
            return new String(last, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Deletes a folder that was created here, and none else; what cannot be deleted stays. */
    static void delete(Path folder) {
        if (!folder.getFileName().toString().startsWith(PREFIX)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("Folder of a parser process not deleted");
        }
    }
}
