package io.eventjobs.worker.session.step;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.page.PageReader;
import io.eventjobs.page.PageSource;
import io.eventjobs.page.SessionPage;
import io.eventjobs.worker.session.fetch.CachingFetcher;
import io.eventjobs.worker.session.schedule.ScheduleCache;
import io.eventjobs.worker.session.task.SessionTask;
import io.eventjobs.worker.work.Execution;
import io.eventjobs.worker.work.JobFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fetches and reads the session's page, completes it by the schedule of its event, and fetches its pictures. The one step without
 * which there is no document.
 */
public final class PageStep {
    private static final Set<String> PAGES =
            Set.of("text/html", "application/xhtml+xml", "application/xml", "text/xml", "text/plain");
    private static final String ACCEPT = "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5,*/*;q=0.1";

    private final CachingFetcher fetches;
    private final PicturesStep pictures;
    private final PageReader reader = new PageReader();
    private final ScheduleStep schedule;

    public PageStep(CachingFetcher fetches, PicturesStep pictures, ScheduleCache schedules) {
        this.fetches = fetches;
        this.pictures = pictures;
        this.schedule = new ScheduleStep(schedules);
    }

    public Found fetch(SessionTask task) throws JobFailedException, InterruptedException, IOException {
        String address = task.request().url();
        Execution execution = task.execution();
        execution.begin(ProgressStep.FETCHING_PAGE, "Fetching the page " + address);
        FetchRequest request =
                new FetchRequest(address, ACCEPT, execution.workFolder().resolve("page"), FetchLimits.page());
        try {
            Outcome outcome = fetches.fetch(
                    request, fetched -> read(execution, fetched), PageStep::isWorthKeeping, task.checkpoints());
            return switch (outcome) {
                case Found found -> completed(task, found);
                case Refused refused -> throw JobFailedException.of(refused.code(), refused.message());
            };
        } catch (FetchException e) {
            throw SessionTask.failed(e);
        }
    }

    /** A page that scripts would fill is as good as one with a text, if the schedule has it. */
    private Found completed(SessionTask task, Found found)
            throws JobFailedException, InterruptedException, IOException {
        SessionPage page = schedule.complete(task, found.page(), found.address());
        if (page.isEmpty()) {
            // What stands in the way of the text is why there is none.
            throw JobFailedException.of(
                    FailureCode.EMPTY_PAGE,
                    Stream.concat(Stream.of(FailureCode.EMPTY_PAGE.meaning()), page.accessBarriers().stream())
                            .collect(Collectors.joining(" ")));
        }
        return new Found(pictures.keep(task, page), found.address());
    }

    private static boolean isWorthKeeping(Outcome outcome) {
        return outcome instanceof Found found && !found.page().isEmpty();
    }

    private Outcome read(Execution execution, FetchedResource fetched) throws IOException {
        if (fetched.contentType() != null && !PAGES.contains(fetched.contentType())) {
            return new Refused(
                    FailureCode.NOT_A_PAGE, "The address leads to " + fetched.contentType() + ", not to a web page.");
        }
        byte[] body = Files.readAllBytes(fetched.file());
        if (isBinary(body, fetched.charset())) {
            return new Refused(
                    FailureCode.NOT_A_PAGE,
                    "The address leads to a file that is no text, though the host calls it so.");
        }
        execution.begin(ProgressStep.EXTRACTING_PAGE, "Reading the page (" + fetched.bytes() + " bytes)");
        SessionPage page = reader.read(new PageSource(body, fetched.charset(), fetched.address()));
        execution.log(
                LogLine.Level.INFO,
                "Read " + page.markdown().length() + " characters, "
                        + page.facts().byName().size() + " kinds of facts, "
                        + page.links().size() + " links");
        return new Found(page, fetched.address().toString());
    }

    /** Hosts call anything text. Text holds no zero byte, but for UTF-16, which is named or marked as such. */
    private static boolean isBinary(byte[] body, @Nullable String charset) {
        String start = new String(body, 0, Math.min(body.length, 1_024), StandardCharsets.ISO_8859_1);
        boolean wide = start.startsWith("\u00fe\u00ff")
                || start.startsWith("\u00ff\u00fe")
                || charset != null && charset.toLowerCase(Locale.ROOT).startsWith("utf-16");
        return start.startsWith("%PDF-") || !wide && start.indexOf('\0') >= 0;
    }

    /** What the address led to. */
    private sealed interface Outcome permits Found, Refused {}

    /** @param address that answered, after redirects */
    public record Found(SessionPage page, String address) implements Outcome {
        /** Of a job that is not about a page. */
        public static Found nothing(SessionParameters request) {
            return new Found(SessionPage.NONE, request.url());
        }
    }

    private record Refused(FailureCode code, String message) implements Outcome {}
}
