package io.eventjobs.standalone.cli.imports;

import io.eventjobs.http.AllowedHosts;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.http.HostLimits;
import io.eventjobs.http.HostResolver;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.schedule.ScheduleReader;
import io.eventjobs.schedule.UnreadableScheduleException;
import io.eventjobs.standalone.client.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a schedule comes from: a file, or a URL that is fetched with the same restrictions as by a worker. */
record ScheduleSource(String source, List<String> allowedPrivateHosts) {
    private static final String ACCEPT = "application/json,application/xml;q=0.9,text/calendar;q=0.8,*/*;q=0.5";

    /** The URL; null for a file. */
    @Nullable String address() {
        String lower = source.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") ? source : null;
    }

    /** @throws GatewayException if the schedule cannot be read, with a sentence for the user */
    Schedule read() throws IOException, InterruptedException {
        try {
            if (address() == null) {
                Path file = Path.of(source);
                if (!Files.isRegularFile(file)) {
                    throw new GatewayException("file not found: " + source);
                }
                return new ScheduleReader().read(file, null);
            }
            return fetched();
        } catch (FetchException e) {
            throw new GatewayException("could not fetch the schedule: "
                    + e.failure().code() + ", " + e.failure().message());
        } catch (UnreadableScheduleException e) {
            throw new GatewayException("could not read the schedule: " + e.explanation());
        }
    }

    private Schedule fetched() throws IOException, InterruptedException, FetchException, UnreadableScheduleException {
        Path file = Files.createTempFile("event-jobs-schedule", "");
        try (GuardedHttpClient http = new GuardedHttpClient(
                new AllowedHosts(Set.copyOf(allowedPrivateHosts)),
                HostLimits.DEFAULT,
                HostResolver.SYSTEM,
                "EventJobs/0.1 (import)")) {
            FetchedResource fetched = http.fetch(new FetchRequest(source, ACCEPT, file, FetchLimits.schedule()));
            return new ScheduleReader().read(file, fetched.address(), fetched.charset());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
