package io.eventjobs.worker.session.step;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.page.MetaRefresh;
import io.eventjobs.page.SessionPage;
import io.eventjobs.worker.session.bundle.BundleFile;
import io.eventjobs.worker.session.fetch.CachingFetcher;
import io.eventjobs.worker.session.parser.TextReader;
import io.eventjobs.worker.session.parser.TextTooLargeException;
import io.eventjobs.worker.session.schedule.ScheduleCache;
import io.eventjobs.worker.session.task.SessionTask;
import io.eventjobs.worker.work.Execution;
import io.eventjobs.worker.work.JobFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fetches and reads the session's page, completes it with the schedule of its event, and fetches its pictures. The only step
 * without which there is no document.
 */
public final class PageStep {
    private static final Set<String> PAGE_TYPES =
            Set.of("text/html", "application/xhtml+xml", "application/xml", "text/xml", "text/plain");
    private static final int START_BYTES = 1_024;
    private static final String ACCEPT = "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5,*/*;q=0.1";

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int LITTLE = 500;

    private final CachingFetcher fetcher;
    private final PicturesStep pictures;
    private final TextReader reader;
    private final ScheduleStep schedule;

    public PageStep(CachingFetcher fetcher, TextReader reader, PicturesStep pictures, ScheduleCache schedules) {
        this.fetcher = fetcher;
        this.reader = reader;
        this.pictures = pictures;
        this.schedule = new ScheduleStep(schedules);
    }

    public Found fetch(SessionTask task) throws JobFailedException, InterruptedException, IOException {
        String address = task.request().url();
        task.execution().begin(ProgressStep.FETCHING_PAGE, "Fetching the page " + address);
        return completed(task, followed(task, address));
    }

    /** The page at the address, or the one that it forwards to; each forwarding counts as a redirect. */
    private Found followed(SessionTask task, String address)
            throws JobFailedException, InterruptedException, IOException {
        Set<String> visited = new HashSet<>(Set.of(address));
        Outcome outcome = fetched(task, address);
        while (outcome instanceof Forwarded forwarded
                && visited.size() <= FetchLimits.page().maxRedirects()
                && visited.add(forwarded.target().toString())) {
            task.execution().log(LogLine.Level.INFO, "The page forwards to " + forwarded.target());
            outcome = target(task, forwarded);
        }
        // Where the way ends, the page's own warning names the target.
        return outcome instanceof Forwarded forwarded ? forwarded.found() : (Found) outcome;
    }

    /** The page that another one forwards to; that one if the target cannot be read and it has a text of its own. */
    private Outcome target(SessionTask task, Forwarded forwarded)
            throws JobFailedException, InterruptedException, IOException {
        try {
            return fetched(task, forwarded.target().toString());
        } catch (JobFailedException e) {
            if (saysLittle(forwarded.found().page())) {
                throw e;
            }
            task.execution().log(LogLine.Level.WARNING, forwarded.target() + " was not read: " + e.getMessage());
            return forwarded.found();
        }
    }

    /** A page, which may forward to another one. */
    private Outcome fetched(SessionTask task, String address)
            throws JobFailedException, InterruptedException, IOException {
        Execution execution = task.execution();
        FetchRequest request =
                new FetchRequest(address, ACCEPT, execution.workFolder().resolve("page"), FetchLimits.page());
        try {
            Outcome outcome =
                    fetcher.fetch(request, fetched -> read(execution, fetched), PageStep::isUsable, task.checkpoints());
            if (outcome instanceof Refused refused) {
                throw JobFailedException.of(refused.code(), refused.message());
            }
            return outcome;
        } catch (FetchException e) {
            throw SessionTask.failed(task.request().url(), address, e);
        }
    }

    /** A page without text, as scripts would fill it, is good enough if the schedule has the text. */
    private Found completed(SessionTask task, Found found)
            throws JobFailedException, InterruptedException, IOException {
        SessionPage page = schedule.complete(task, found.page(), found.address());
        if (page.isEmpty()) {
            // The barriers explain the missing text.
            throw JobFailedException.of(
                    FailureCode.EMPTY_PAGE,
                    Stream.concat(Stream.of(FailureCode.EMPTY_PAGE.meaning()), page.accessBarriers().stream())
                            .collect(Collectors.joining(" ")));
        }
        PicturesStep.Result illustrated = pictures.fetch(task, page);
        return new Found(illustrated.page(), found.address(), illustrated.files());
    }

    private static boolean isUsable(Outcome outcome) {
        return switch (outcome) {
            case Found found -> !found.page().isEmpty();
            case Forwarded forwarded -> true;
            case Refused refused -> false;
        };
    }

    private Outcome read(Execution execution, FetchedResource fetched) throws IOException, InterruptedException {
        if (fetched.contentType() != null && !PAGE_TYPES.contains(fetched.contentType())) {
            return new Refused(
                    FailureCode.NOT_A_PAGE, "The address leads to " + fetched.contentType() + ", not to a web page.");
        }
        if (isBinary(start(fetched.file()), fetched.charset())) {
            return new Refused(
                    FailureCode.NOT_A_PAGE, "The address leads to a binary file, although the host calls it text.");
        }
        execution.begin(ProgressStep.EXTRACTING_PAGE, "Reading the page (" + fetched.bytes() + " bytes)");
        SessionPage page;
        try {
            page = reader.page(new TextReader.PageFile(
                    fetched.file(), fetched.contentType(), fetched.charset(), fetched.address()));
        } catch (TextTooLargeException e) {
            return new Refused(FailureCode.NOT_A_PAGE, "The page cannot be read: it " + e.getMessage() + ".");
        }
        execution.log(
                LogLine.Level.INFO,
                "Read " + page.markdown().length() + " characters, "
                        + page.facts().byName().size() + " kinds of facts, "
                        + page.links().size() + " links");
        Found found = new Found(page, fetched.address().toString(), List.of());
        MetaRefresh forwarding = page.forwarding();
        return forwarding != null && isFollowed(forwarding, page, fetched.address())
                ? new Forwarded(found, forwarding.target())
                : found;
    }

    /**
     * Nobody sees a page that forwards at once; one that forwards later is followed if it says little more than where to. As with
     * redirects, nothing leads from https to http.
     */
    private static boolean isFollowed(MetaRefresh forwarding, SessionPage page, URI address) {
        Duration longest = saysLittle(page) ? SOON : AT_ONCE;
        boolean isDowngrade = "https".equals(address.getScheme())
                && !"https".equalsIgnoreCase(forwarding.target().getScheme());
        return forwarding.delay().compareTo(longest) <= 0 && !isDowngrade;
    }

    private static boolean saysLittle(SessionPage page) {
        return page.markdown().length() < LITTLE;
    }

    /** The declared type is unreliable. Text contains no zero byte, except in UTF-16, which is declared or has a byte order mark. */
    private static boolean isBinary(String start, @Nullable String charset) {
        boolean isUtf16 = start.startsWith("\u00fe\u00ff")
                || start.startsWith("\u00ff\u00fe")
                || charset != null && charset.toLowerCase(Locale.ROOT).startsWith("utf-16");
        return start.startsWith("%PDF-") || !isUtf16 && start.indexOf('\0') >= 0;
    }

    private static String start(Path file) throws IOException {
        try (InputStream body = Files.newInputStream(file)) {
            return new String(body.readNBytes(START_BYTES), StandardCharsets.ISO_8859_1);
        }
    }

    /** The kind of content at the address. */
    private sealed interface Outcome permits Found, Forwarded, Refused {}

    /**
     * A page.
     *
     * @param address that answered, after redirects
     * @param pictures files of its pictures, for the bundle
     */
    public record Found(SessionPage page, String address, List<BundleFile> pictures) implements Outcome {
        /** For a job that is not about a page. */
        public static Found nothing(SessionParameters request) {
            return new Found(SessionPage.NONE, request.url(), List.of());
        }
    }

    /** A page that only forwards to another one. */
    private record Forwarded(Found found, URI target) implements Outcome {}

    private record Refused(FailureCode code, String message) implements Outcome {}
}
