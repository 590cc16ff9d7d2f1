package io.eventjobs.worker.session.parser;

import io.eventjobs.page.SessionPage;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.schedule.ScheduleReader;
import io.eventjobs.schedule.UnreadableScheduleException;
import io.eventjobs.worker.background.Ticker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads small texts in this process, and all others in a parser process, so that whatever they hold ends that process at worst. An
 * interrupt kills it. Texts have processes of their own, for a document may keep one for minutes; they are started when the first large text
 * comes.
 */
public final class IsolatedTextReader implements TextReader, AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final ParserPool pool;
    private final Duration timeout;
    private final InProcessTextReader small = new InProcessTextReader();

    IsolatedTextReader(ParserPool pool, Duration timeout) {
        this.pool = pool;
        this.timeout = timeout;
    }

    /** Starts no process yet. */
    public static IsolatedTextReader of(
            ParserProperties properties, ParserSandbox sandbox, Ticker ticker, ParserListener listener) {
        ParserLimits limits = properties.limits();
        ParserCommand command = ParserCommand.of(limits, sandbox.sandbox());
        ParserPool.Starter starter =
                () -> ParserProcess.start(command, new ParserMessage.SetupForTexts(), START_TIMEOUT, ticker, listener);
        return new IsolatedTextReader(ParserPool.startedOnDemand(starter, limits), TIMEOUT);
    }

    @Override
    public SessionPage page(PageFile file) throws IOException, InterruptedException, TextTooLargeException {
        Optional<SessionPage> page = small.smallPage(file);
        return page.isPresent() ? page.get() : largePage(file);
    }

    private SessionPage largePage(PageFile file) throws IOException, InterruptedException, TextTooLargeException {
        return switch (ask(file.file(), given -> ParserMessage.ReadPage.of(file, given))) {
            case ParserMessage.Page page -> page.page();
            case ParserMessage.Unopened unopened -> throw new IOException(unopened.reason());
            case ParserMessage.TooLong none -> throw new TextTooLargeException("holds too much text");
            case ParserMessage other -> throw unexpected();
        };
    }

    @Override
    public Schedule schedule(Path file, URI address, @Nullable String charset)
            throws IOException, InterruptedException, TextTooLargeException, UnreadableScheduleException {
        if (Files.size(file) <= ScheduleReader.SMALL_BYTES) {
            return small.schedule(file, address, charset);
        }
        return switch (ask(file, given -> ParserMessage.ReadSchedule.of(given, address, charset))) {
            case ParserMessage.ReadableSchedule readable -> readable.schedule();
            case ParserMessage.UnreadableSchedule unreadable ->
                throw new UnreadableScheduleException(unreadable.explanation());
            case ParserMessage.Unopened unopened -> throw new IOException(unopened.reason());
            case ParserMessage.TooLong none -> throw new TextTooLargeException("holds too much text");
            case ParserMessage other -> throw unexpected();
        };
    }

    @Override
    public void close() {
        pool.close();
    }

    private ParserMessage ask(Path file, Function<Path, ParserMessage> question)
            throws IOException, InterruptedException, TextTooLargeException {
        try {
            return attempt(file, question);
        } catch (ParserEndedException e) {
            // Whoever killed the process need not have done so because of this text.
            if (e.end() == ParserEnd.KILLED) {
                return secondAttempt(file, question);
            }
            throw tooLarge(e.end());
        }
    }

    private ParserMessage secondAttempt(Path file, Function<Path, ParserMessage> question)
            throws IOException, InterruptedException, TextTooLargeException {
        try {
            return attempt(file, question);
        } catch (ParserEndedException e) {
            throw tooLarge(e.end());
        }
    }

    private ParserMessage attempt(Path file, Function<Path, ParserMessage> question)
            throws IOException, InterruptedException, ParserEndedException {
        try (ParserPool.Lease lease = pool.take()) {
            return lease.process().readText(file, question, timeout);
        }
    }

    private TextTooLargeException tooLarge(ParserEnd end) {
        return new TextTooLargeException(
                switch (end) {
                    case OUT_OF_MEMORY -> "needs too much memory";
                    case TIMED_OUT -> "takes longer than " + timeout.toSeconds() + " seconds";
                    case CRASHED, KILLED, INVALID_ANSWER, CANCELLED, RETIRED, NOT_STARTED ->
                        "made the program end that read it";
                });
    }

    private static IOException unexpected() {
        return new IOException("the parser process answered another question");
    }
}
