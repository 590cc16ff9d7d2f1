package io.eventjobs.worker.session;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchFailure;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.execution.Execution;
import io.eventjobs.worker.execution.JobFailedException;
import io.eventjobs.worker.session.page.PageReader;
import io.eventjobs.worker.session.page.PageSource;
import io.eventjobs.worker.session.page.SessionPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fetches and reads the session's page. The one step without which there is no document. */
public final class PageStep {
    private static final Set<String> PAGES =
            Set.of("text/html", "application/xhtml+xml", "application/xml", "text/xml", "text/plain");
    private static final String ACCEPT = "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5,*/*;q=0.1";

    private final GuardedHttpClient http;
    private final PageReader reader = new PageReader();

    public PageStep(GuardedHttpClient http) {
        this.http = http;
    }

    Found fetch(Execution execution, SessionParameters request)
            throws JobFailedException, InterruptedException, IOException {
        execution.begin(ProgressStep.FETCHING_PAGE, "Fetching the page " + request.url());
        FetchedResource fetched = fetch(execution, request.url());
        if (fetched.contentType() != null && !PAGES.contains(fetched.contentType())) {
            throw JobFailedException.of(
                    FailureCode.NOT_A_PAGE, "The address leads to " + fetched.contentType() + ", not to a web page.");
        }
        byte[] body = Files.readAllBytes(fetched.file());
        if (isBinary(body, fetched.charset())) {
            throw JobFailedException.of(
                    FailureCode.NOT_A_PAGE,
                    "The address leads to a file that is no text, though the host calls it so.");
        }
        execution.begin(ProgressStep.EXTRACTING_PAGE, "Reading the page (" + fetched.bytes() + " bytes)");
        SessionPage page = reader.read(new PageSource(body, fetched.charset(), fetched.address()));
        if (page.isEmpty()) {
            throw JobFailedException.of(FailureCode.EMPTY_PAGE, FailureCode.EMPTY_PAGE.meaning());
        }
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

    private FetchedResource fetch(Execution execution, String address) throws JobFailedException, InterruptedException {
        try {
            return http.fetch(
                    new FetchRequest(address, ACCEPT, execution.workFolder().resolve("page"), FetchLimits.page()));
        } catch (FetchException e) {
            FetchFailure failure = e.failure();
            throw new JobFailedException(
                    new Failure(
                            FailureCode.of(failure.code().name()), failure.message(), null, failure.retryAfter(), null),
                    e);
        }
    }

    /** @param address that answered, after redirects */
    record Found(SessionPage page, String address) {}
}
