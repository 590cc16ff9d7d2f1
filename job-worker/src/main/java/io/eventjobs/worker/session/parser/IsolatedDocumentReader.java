package io.eventjobs.worker.session.parser;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.DocumentReader;
import io.eventjobs.document.FileFormat;
import io.eventjobs.document.InProcessReader;
import io.eventjobs.document.InstalledPrograms;
import io.eventjobs.document.ReadRequest;
import io.eventjobs.document.ReadingProgress;
import io.eventjobs.worker.background.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Reads each document in a parser process. A file that ends its process, or takes too long, becomes a warning, as any other that cannot
 * be read. An interrupt kills the process. Thread-safe.
 */
public final class IsolatedDocumentReader implements DocumentReader, AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(1);

    private final ParserPool pool;
    private final ParserLimits limits;
    private final DocumentReader versions;
    private final OfficeTurn officeTurn = new OfficeTurn();

    /** @param versions names the programs, and reads nothing */
    IsolatedDocumentReader(ParserPool pool, ParserLimits limits, DocumentReader versions) {
        this.pool = pool;
        this.limits = limits;
        this.versions = versions;
    }

    /** Starts the first process at once. */
    public static IsolatedDocumentReader start(
            ParserProperties properties,
            ParserSandbox sandbox,
            InstalledPrograms programs,
            Ticker ticker,
            ParserListener listener) {
        ParserLimits limits = properties.limits();
        ParserCommand command = ParserCommand.of(limits, sandbox.sandbox());
        ParserPool.Starter starter = () -> ParserProcess.start(
                command, new ParserMessage.Setup(programs.versions()), START_TIMEOUT, ticker, listener);
        return new IsolatedDocumentReader(new ParserPool(starter, limits), limits, InProcessReader.using(programs));
    }

    @Override
    public List<String> programs() throws InterruptedException {
        return versions.programs();
    }

    @Override
    public DocumentContent read(ReadRequest request, FileFormat format, ReadingProgress progress)
            throws IOException, InterruptedException {
        if (!(format instanceof FileFormat.Office)) {
            return read(request, name(format), progress);
        }
        try (OfficeTurn.Held turn = officeTurn.take()) {
            return read(request, name(format), (pages, of) -> {
                turn.end();
                progress.read(pages, of);
            });
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private DocumentContent read(ReadRequest request, String name, ReadingProgress progress)
            throws IOException, InterruptedException {
        try {
            return attempt(request, progress);
        } catch (ParserEndedException e) {
            // Whoever killed the process need not have done so because of this file.
            return e.end() == ParserEnd.KILLED ? secondAttempt(request, name, progress) : unreadable(name, e.end());
        }
    }

    private DocumentContent secondAttempt(ReadRequest request, String name, ReadingProgress progress)
            throws IOException, InterruptedException {
        try {
            return attempt(request, progress);
        } catch (ParserEndedException e) {
            return unreadable(name, e.end());
        }
    }

    private DocumentContent attempt(ReadRequest request, ReadingProgress progress)
            throws IOException, InterruptedException, ParserEndedException {
        try (ParserPool.Lease lease = pool.take()) {
            return lease.process().read(request, limits.timeout(), progress);
        }
    }

    private DocumentContent unreadable(String name, ParserEnd end) {
        String why =
                switch (end) {
                    case OUT_OF_MEMORY -> "needs too much memory";
                    case TIMED_OUT -> "takes longer than " + limits.timeout().toSeconds() + " seconds";
                    case CRASHED, KILLED, INVALID_ANSWER, CANCELLED, RETIRED, NOT_STARTED ->
                        "made the program end that read it";
                };
        return DocumentContent.unreadable(name + " " + why + ", so there are no slides.");
    }

    private static String name(FileFormat format) {
        return switch (format) {
            case FileFormat.Pdf pdf -> "The PDF";
            case FileFormat.Office office -> "The " + office.format().title();
            case FileFormat.Picture picture -> "The image";
            case FileFormat.Archive archive -> "The archive";
            case FileFormat.Other other -> "The file";
        };
    }
}
