package io.eventjobs.gateway.console.submission;

import io.eventjobs.gateway.imports.UnreadableSessionsException;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.GuardedHttpClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Fetches the schedule at an address that a person gave, with the restrictions that workers have: public addresses only, bounded in size and
 * time. Thread-safe. Few are fetched at once, since each occupies a thread of the gateway.
 */
final class ScheduleFetcher {
    private static final String ACCEPT = "application/json,application/xml;q=0.9,text/calendar;q=0.8,*/*;q=0.5";
    private static final long MAX_BYTES = 16L << 20;
    private static final FetchLimits LIMITS = new FetchLimits(MAX_BYTES, MAX_BYTES, Duration.ofSeconds(30), 1_000, 5);

    private final GuardedHttpClient http;
    private final Semaphore places;

    ScheduleFetcher(GuardedHttpClient http, int maxConcurrent) {
        this.http = http;
        this.places = new Semaphore(maxConcurrent);
    }

    /** @throws UnreadableSessionsException with a sentence for the person */
    GivenSessions fetch(URI address) throws IOException, InterruptedException {
        if (!places.tryAcquire()) {
            throw new UnreadableSessionsException("Too many schedules are being fetched, try again in a moment");
        }
        Path file = Files.createTempFile("event-jobs-schedule", "");
        try {
            FetchedResource fetched = http.fetch(new FetchRequest(address.toString(), ACCEPT, file, LIMITS));
            return new GivenSessions(Files.readAllBytes(file), fetched.address(), fetched.charset());
        } catch (FetchException e) {
            throw new UnreadableSessionsException("The schedule could not be fetched: "
                    + e.failure().code() + ", " + e.failure().message().replaceFirst("\\.$", ""));
        } finally {
            Files.deleteIfExists(file);
            places.release();
        }
    }
}
