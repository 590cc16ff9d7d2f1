package io.eventjobs.worker.session.parser;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.ReadRequest;
import io.eventjobs.document.ReadingProgress;
import io.eventjobs.worker.background.Ticker;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running parser process. Reads one file at a time; after anything but a valid answer it can only be closed. Not thread-safe, but may be
 * used by one thread after another.
 */
final class ParserProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ParserProcess.class);
    private static final int MESSAGES_AHEAD = 16;
    private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(1);
    private static final int EXIT_OUT_OF_MEMORY = 3;
    private static final String IMAGES = "images";
    private static final int EXIT_KILLED = 128 + 9;
    private static final int EXIT_TERMINATED = 128 + 15;

    private final Process process;
    private final Path folder;
    private final Ticker ticker;
    private final ParserListener listener;
    private final MessageStream messages;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(MESSAGES_AHEAD);
    private final Thread receiver;
    private ParserEnd end = ParserEnd.NOT_STARTED;
    private int files;
    private boolean isReusable = true;

    private ParserProcess(Process process, Path folder, Ticker ticker, ParserListener listener) {
        this.process = process;
        this.folder = folder;
        this.ticker = ticker;
        this.listener = listener;
        this.messages = new MessageStream(
                new BufferedInputStream(process.getInputStream()), new BufferedOutputStream(process.getOutputStream()));
        this.receiver =
                Thread.ofPlatform().name("parser-" + process.pid()).daemon(true).start(this::receive);
    }

    /** Starts a process and waits until it is ready. */
    static ParserProcess start(
            ParserCommand command, ParserMessage setup, Duration timeout, Ticker ticker, ParserListener listener)
            throws IOException, InterruptedException, ParserEndedException {
        Path folder = ParserFolder.ofProcess();
        Process started;
        try {
            started = command.start(folder);
        } catch (IOException e) {
            ParserFolder.delete(folder);
            throw e;
        }
        listener.started();
        ParserProcess parser = new ParserProcess(started, folder, ticker, listener);
        boolean isReady = false;
        try {
            ParserMessage answer = parser.ask(setup, timeout, (pages, of) -> {});
            if (!(answer instanceof ParserMessage.Ready)) {
                throw new ParserEndedException(ParserEnd.NOT_STARTED, "it did not report that it is ready");
            }
            parser.end = ParserEnd.RETIRED;
            isReady = true;
            return parser;
        } finally {
            if (!isReady) {
                parser.end = ParserEnd.NOT_STARTED;
                parser.close();
            }
        }
    }

    /**
     * Reads a file. The process writes the images into a folder of its own, from which they are moved to that of the request.
     *
     * @throws ParserEndedException if it gave no valid answer within this time
     * @throws IOException if the file cannot be opened or an image cannot be written
     */
    DocumentContent read(ReadRequest request, Duration timeout, ReadingProgress progress)
            throws IOException, ParserEndedException, InterruptedException {
        isReusable = false;
        end = ParserEnd.CANCELLED;
        Path own = ParserFolder.within(folder);
        try {
            ReadRequest apart = request.withFile(ParserFolder.give(request.file(), own))
                    .withFolder(Files.createDirectory(own.resolve(IMAGES)));
            return read(request, apart, timeout, progress);
        } finally {
            ParserFolder.delete(own);
        }
    }

    private DocumentContent read(ReadRequest request, ReadRequest apart, Duration timeout, ReadingProgress progress)
            throws IOException, ParserEndedException, InterruptedException {
        ParserMessage answer = ask(ParserMessage.Read.of(apart), timeout, progress);
        if (answer instanceof ParserMessage.Content content) {
            DocumentContent moved = moved(content.content(), apart, request);
            files++;
            end = ParserEnd.RETIRED;
            isReusable = content.isReusable();
            return moved;
        }
        if (answer instanceof ParserMessage.Unopened unopened) {
            end = ParserEnd.RETIRED;
            isReusable = true;
            throw new IOException(unopened.reason());
        }
        throw ended(ParserEnd.INVALID_ANSWER, "an answer to another question");
    }

    /**
     * Asks for a text to be read; as {@link #read}.
     *
     * @param question about the file that the process sees
     */
    ParserMessage readText(Path file, Function<Path, ParserMessage> question, Duration timeout)
            throws IOException, ParserEndedException, InterruptedException {
        isReusable = false;
        end = ParserEnd.CANCELLED;
        Path own = ParserFolder.within(folder);
        try {
            ParserMessage answer = ask(question.apply(ParserFolder.give(file, own)), timeout, (pages, of) -> {});
            files++;
            end = ParserEnd.RETIRED;
            isReusable = true;
            return answer;
        } finally {
            ParserFolder.delete(own);
        }
    }

    /** Whether it may read another file. */
    boolean isReusable(ParserLimits limits) {
        return isReusable
                && process.isAlive()
                && files < limits.filesPerProcess()
                && ResidentMemory.of(process) <= limits.idleBytes();
    }

    long pid() {
        return process.pid();
    }

    /** Kills the process and whatever it has started. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        boolean wasAlive = process.isAlive();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit()
                .orTimeout(EXIT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> process)
                .join();
        if (!wasAlive) {
            killGroup();
        }
        receiver.interrupt();
        logEnd();
        ParserFolder.delete(folder);
        listener.ended(end);
    }

    private DocumentContent moved(ParsedContent content, ReadRequest from, ReadRequest to)
            throws IOException, ParserEndedException {
        try {
            return content.moved(from, to);
        } catch (ParserEndedException e) {
            end = e.end();
            throw e;
        }
    }

    private ParserMessage ask(ParserMessage question, Duration timeout, ReadingProgress progress)
            throws ParserEndedException, InterruptedException {
        long deadline = ticker.nanos() + timeout.toNanos();
        try {
            messages.write(question);
        } catch (IOException e) {
            throw endedByItself();
        }
        while (true) {
            Arrival arrival = arrivals.poll(deadline - ticker.nanos(), TimeUnit.NANOSECONDS);
            if (arrival == null) {
                throw ended(ParserEnd.TIMED_OUT, "no answer within " + timeout.toSeconds() + " s");
            }
            ParserMessage message = message(arrival);
            if (message instanceof ParserMessage.Progress pages) {
                progress.read(pages.pages(), pages.of());
            } else {
                return message;
            }
        }
    }

    private ParserMessage message(Arrival arrival) throws ParserEndedException, InterruptedException {
        return switch (arrival) {
            case Arrival.Received received -> received.message();
            case Arrival.Refused refused -> throw ended(ParserEnd.INVALID_ANSWER, refused.reason());
            case Arrival.EndOfMessages none -> throw endedByItself();
        };
    }

    private ParserEndedException endedByItself() throws InterruptedException {
        if (!process.waitFor(EXIT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
            return ended(ParserEnd.INVALID_ANSWER, "it closed its output");
        }
        int code = process.exitValue();
        ParserEnd why =
                switch (code) {
                    case EXIT_OUT_OF_MEMORY -> ParserEnd.OUT_OF_MEMORY;
                    case EXIT_KILLED, EXIT_TERMINATED -> ParserEnd.KILLED;
                    default -> ParserEnd.CRASHED;
                };
        return ended(why, "it ended with " + code);
    }

    private ParserEndedException ended(ParserEnd why, String detail) {
        end = why;
        return new ParserEndedException(why, detail);
    }

    /** Runs on the receiver. */
    private void receive() {
        try {
            arrivals.put(received());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Passes on each message; returns what ends the conversation. */
    private Arrival received() throws InterruptedException {
        try {
            for (Optional<ParserMessage> next = messages.read(); next.isPresent(); next = messages.read()) {
                arrivals.put(new Arrival.Received(next.get()));
            }
            return new Arrival.EndOfMessages();
        } catch (ParserEndedException e) {
            return new Arrival.Refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Arrival.EndOfMessages();
        }
    }

    /** What it had started is not among its descendants any more once it has ended by itself. */
    private void killGroup() {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -9 -- -" + process.pid() + " 2>/dev/null").start();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("Programs of a crashed parser process not killed");
        }
    }

    private void logEnd() {
        switch (end) {
            case RETIRED, CANCELLED -> {}
            case OUT_OF_MEMORY, CRASHED, KILLED, TIMED_OUT, INVALID_ANSWER, NOT_STARTED ->
                LOG.atWarn()
                        .addKeyValue("reason", end.word())
                        .addKeyValue("errors", ParserFolder.errors(folder))
                        .log("Parser process ended");
        }
    }

    /** What the receiver has got. */
    private sealed interface Arrival {
        record Received(ParserMessage message) implements Arrival {}

        record Refused(String reason) implements Arrival {}

        record EndOfMessages() implements Arrival {}
    }
}
