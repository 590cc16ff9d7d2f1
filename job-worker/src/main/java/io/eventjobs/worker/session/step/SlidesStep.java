package io.eventjobs.worker.session.step;

import io.eventjobs.document.DocumentReader;
import io.eventjobs.document.FileFormat;
import io.eventjobs.document.SourceDocument;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.worker.background.Ticker;
import io.eventjobs.worker.session.attachment.AttachmentCollector;
import io.eventjobs.worker.session.document.SessionFacts;
import io.eventjobs.worker.session.document.SessionField;
import io.eventjobs.worker.session.fetch.CachingFetcher;
import io.eventjobs.worker.session.parser.ParserUnavailableException;
import io.eventjobs.worker.session.task.MissingPartPolicy;
import io.eventjobs.worker.session.task.SessionTask;
import io.eventjobs.worker.work.Execution;
import io.eventjobs.worker.work.JobFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fetches and reads the slides that the request or the page names, in any supported format. A failure is a warning, unless the job
 * is about nothing else.
 */
public final class SlidesStep {
    private static final int MAX_FILES = 5;

    /** For fetching all of them: a host that sends each as slowly as allowed would hold a slot of the worker for much longer. */
    private static final Duration MAX_FETCH_TIME = Duration.ofMinutes(8);

    private static final String ACCEPT = "application/pdf,*/*;q=0.5";

    private final CachingFetcher fetcher;
    private final DocumentReader reader;
    private final MissingPartPolicy missingParts;
    private final Ticker ticker;

    public SlidesStep(CachingFetcher fetcher, DocumentReader reader, MissingPartPolicy missingParts, Ticker ticker) {
        this.fetcher = fetcher;
        this.reader = reader;
        this.missingParts = missingParts;
        this.ticker = ticker;
    }

    public List<SourceDocument> render(SessionTask task, SessionFacts facts)
            throws JobFailedException, InterruptedException, IOException {
        List<String> wanted = wanted(facts.all(SessionField.SLIDES), task);
        if (wanted.isEmpty()) {
            return List.of();
        }
        task.execution().begin(ProgressStep.FETCHING_ATTACHMENTS, "Fetching the slides " + String.join(", ", wanted));
        List<Fetched> fetched = new ArrayList<>();
        long start = ticker.nanos();
        for (String address : wanted) {
            Duration left = MAX_FETCH_TIME.minusNanos(ticker.nanos() - start);
            if (left.isPositive()) {
                fetch(task, address, fetched.size() + 1, left).ifPresent(fetched::add);
            } else {
                task.warn("Fetching the slides took longer than " + MAX_FETCH_TIME.toMinutes() + " minutes; " + address
                        + " is kept as a link.");
            }
        }
        return fetched.isEmpty() ? List.of() : read(task, fetched);
    }

    private static List<String> wanted(List<String> addresses, SessionTask task) {
        List<String> wanted = new ArrayList<>();
        for (String address : addresses) {
            Optional<FileFormat.Other> other = FileFormat.unreadable(address);
            if (other.isPresent()) {
                task.warn(keptAsLink(address, other.get()));
            } else if (wanted.size() == MAX_FILES) {
                task.warn("More than " + MAX_FILES + " slide decks; " + address + " is kept as a link.");
            } else {
                wanted.add(address);
            }
        }
        return wanted;
    }

    private Optional<Fetched> fetch(SessionTask task, String address, int number, Duration maxTime)
            throws JobFailedException, InterruptedException, IOException {
        Path target = task.execution().workFolder().resolve("slides-" + number);
        FetchRequest request = new FetchRequest(
                address, ACCEPT, target, FetchLimits.attachment().within(maxTime));
        try {
            FileFormat format = fetcher.fetch(
                    request,
                    resource -> FileFormat.of(resource.file(), resource.contentType()),
                    found -> !(found instanceof FileFormat.Other),
                    task.checkpoints());
            task.execution().log(LogLine.Level.INFO, "Fetched " + Files.size(target) + " bytes from " + address);
            if (format instanceof FileFormat.Other other) {
                task.warn(keptAsLink(address, other));
                return Optional.empty();
            }
            return Optional.of(new Fetched(address, target));
        } catch (FetchException e) {
            String reason = e.failure().code() + ", " + e.failure().message();
            task.missed(address, "The slides could not be fetched from " + address + ": " + reason, e, missingParts);
            return Optional.empty();
        }
    }

    private List<SourceDocument> read(SessionTask task, List<Fetched> fetched)
            throws JobFailedException, InterruptedException, IOException {
        Execution execution = task.execution();
        execution.begin(ProgressStep.RENDERING_SLIDES, "Rendering the slides");
        AttachmentCollector collector = new AttachmentCollector(
                reader,
                Files.createDirectories(execution.workFolder().resolve("slides")),
                task.checkpoints(),
                (pages, of) -> execution.advance(pages, of, "Rendered slide " + pages + " of " + of));
        try {
            for (Fetched file : fetched) {
                collector.read(file.file(), file.address());
                Files.deleteIfExists(file.file());
            }
        } catch (ParserUnavailableException e) {
            throw new JobFailedException(
                    Failure.of(
                            FailureCode.INTERNAL_ERROR, "The worker could not start a process that reads documents."),
                    e);
        }
        task.warnings().addAll(collector.warnings());
        execution.log(LogLine.Level.INFO, "Read " + collector.pages() + " slides");
        return collector.files();
    }

    private static String keptAsLink(String address, FileFormat.Other format) {
        return "The slides at " + address + " are " + format.name()
                + ", which cannot be read as slides; they are kept as a link.";
    }

    private record Fetched(String address, Path file) {}
}
