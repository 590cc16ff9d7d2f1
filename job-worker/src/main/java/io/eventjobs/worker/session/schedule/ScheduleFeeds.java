package io.eventjobs.worker.session.schedule;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.schedule.ScheduleReader;
import io.eventjobs.schedule.UnreadableScheduleException;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.session.fetch.Fetches;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Schedules that sessions of this worker belong to. One is fetched and read once for all jobs of a tenant that want it within a
 * while, however many at once; after that its host is asked whether it has changed. What cannot be had is remembered too, but for a
 * shorter while. Thread-safe.
 */
public final class ScheduleFeeds {
    private static final String ACCEPT =
            "application/json,application/xml;q=0.9,text/xml;q=0.9,text/calendar;q=0.8,*/*;q=0.5";
    private static final Duration LONGEST_REFUSAL = Duration.ofMinutes(1);

    private final Fetches fetches;
    private final Duration recent;
    private final Clock clock;
    private final ScheduleReader reader = new ScheduleReader();
    private final Map<Key, Reading> entries;

    /**
     * @param recent how long a schedule is used without asking its host
     * @param most schedules in memory; each takes about three times the size of its file
     */
    public ScheduleFeeds(Fetches fetches, Duration recent, int most, Clock clock) {
        this.fetches = fetches;
        this.recent = recent;
        this.clock = clock;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Reading> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * The schedule at an address. Waits while another job fetches it.
     *
     * @param folder of the job, for the file
     */
    public Feed read(String address, TenantId tenant, Path folder, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        Key key = new Key(tenant, address.strip().split("#", 2)[0]);
        while (true) {
            Reading fresh = new Reading(clock.instant(), new CompletableFuture<>());
            Reading entry = current(key, fresh);
            if (entry == fresh) {
                return fetched(key, fresh, folder, checkpoints);
            }
            Feed feed = awaited(entry);
            if (feed != null) {
                return feed;
            }
        }
    }

    private Reading current(Key key, Reading fresh) {
        synchronized (entries) {
            Reading known = entries.get(key);
            if (known != null && known.holdsAt(fresh.begun(), recent)) {
                return known;
            }
            entries.put(key, fresh);
            return fresh;
        }
    }

    private Feed fetched(Key key, Reading entry, Path folder, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        boolean finished = false;
        try {
            Feed feed = fetch(key.address(), folder, checkpoints);
            entry.feed().complete(feed);
            finished = true;
            return feed;
        } finally {
            // Whoever waits for a job that was stopped goes on by itself.
            if (!finished) {
                synchronized (entries) {
                    entries.remove(key, entry);
                }
                entry.feed().cancel(false);
            }
        }
    }

    private Feed fetch(String address, Path folder, Checkpoints checkpoints) throws InterruptedException, IOException {
        FetchRequest request = new FetchRequest(address, ACCEPT, folder.resolve("schedule"), FetchLimits.schedule());
        try {
            return fetches.fetch(request, this::read, Feed.Read.class::isInstance, checkpoints);
        } catch (FetchException e) {
            return new Feed.Missing(e.failure());
        }
    }

    private Feed read(FetchedResource fetched) throws IOException {
        try {
            return Feed.Read.of(reader.read(fetched.file(), fetched.address()));
        } catch (UnreadableScheduleException e) {
            return new Feed.Unreadable(e.explanation());
        }
    }

    /** What another job fetched; null if it was stopped before it had. */
    private static @Nullable Feed awaited(Reading entry) throws InterruptedException {
        try {
            return entry.feed().get();
        } catch (CancellationException | ExecutionException e) {
            return null;
        }
    }

    private record Key(TenantId tenant, String address) {}

    /** @param feed is done once it was fetched */
    private record Reading(Instant begun, CompletableFuture<Feed> feed) {
        boolean holdsAt(Instant now, Duration recent) {
            boolean refused = feed.isDone() && !feed.isCompletedExceptionally() && !(feed.join() instanceof Feed.Read);
            Duration most = refused && recent.compareTo(LONGEST_REFUSAL) > 0 ? LONGEST_REFUSAL : recent;
            return !feed.isDone() || begun.plus(most).isAfter(now);
        }
    }
}
