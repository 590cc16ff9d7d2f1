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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Schedules that sessions of this worker belong to. One is fetched and read once for all jobs of a tenant that want it within a
 * while, however many at once; after that, or for a session that it does not know, its host is asked whether it has changed. What
 * cannot be had is remembered too, but for a shorter while. Thread-safe.
 */
public final class ScheduleFeeds {
    private static final String ACCEPT =
            "application/json,application/xml;q=0.9,text/xml;q=0.9,text/calendar;q=0.8,*/*;q=0.5";
    private static final Duration MAX_REFUSAL = Duration.ofMinutes(1);

    private final Fetches fetches;
    private final Fetches asking;
    private final Duration recent;
    private final Clock clock;
    private final ScheduleReader reader = new ScheduleReader();
    private final Map<Key, Reading> entries;

    /**
     * @param recent how long a schedule is used without asking its host
     * @param max schedules in memory; each takes about three times the size of its file
     */
    public ScheduleFeeds(Fetches fetches, Duration recent, int max, Clock clock) {
        this.fetches = fetches;
        this.asking = fetches.askingAlways();
        this.recent = recent;
        this.clock = clock;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Reading> eldest) {
                return size() > max;
            }
        };
    }

    /**
     * The schedule at an address. Waits while another job fetches it.
     *
     * @param page that it should know: if a copy that is kept does not, its host is asked
     * @param knows whether a schedule does
     * @param folder of the job, for the file
     */
    public Feed read(String address, String page, Predicate<Feed.Read> knows, Path folder, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        Key key = new Key(checkpoints.tenant(), address.strip().split("#", 2)[0]);
        Visit visit = new Visit(key, folder, checkpoints);
        Read kept = read(visit, fetches, null);
        if (kept.isOwn() || !(kept.feed() instanceof Feed.Read schedule) || knows.test(schedule)) {
            return kept.feed();
        }
        Strangers strangers = kept.entry().strangers();
        if (!strangers.admit(page, clock.instant())) {
            return schedule;
        }
        Feed again = read(visit, asking, kept.entry()).feed();
        if (again instanceof Feed.Read changed && knows.test(changed)) {
            strangers.forget(page);
        }
        return again;
    }

    /** @param unfit the reading that does not do; null if any does that is recent */
    private Read read(Visit visit, Fetches by, @Nullable Reading unfit) throws InterruptedException, IOException {
        while (true) {
            Strangers strangers = unfit == null ? new Strangers(recent) : unfit.strangers();
            Reading fresh = new Reading(clock.instant(), new CompletableFuture<>(), strangers);
            Reading entry = current(visit.key(), fresh, unfit);
            if (entry == fresh) {
                return new Read(fresh, fetched(visit, fresh, by), true);
            }
            Feed feed = awaited(entry);
            if (feed != null) {
                return new Read(entry, feed, false);
            }
        }
    }

    private Reading current(Key key, Reading fresh, @Nullable Reading unfit) {
        synchronized (entries) {
            Reading known = entries.get(key);
            if (known != null && known != unfit && known.holdsAt(fresh.begun(), recent)) {
                return known;
            }
            entries.put(key, fresh);
            return fresh;
        }
    }

    private Feed fetched(Visit visit, Reading entry, Fetches by) throws InterruptedException, IOException {
        boolean finished = false;
        try {
            Feed feed = fetch(visit, by);
            entry.feed().complete(feed);
            finished = true;
            return feed;
        } finally {
            // Whoever waits for a job that was stopped goes on by itself.
            if (!finished) {
                synchronized (entries) {
                    entries.remove(visit.key(), entry);
                }
                entry.feed().cancel(false);
            }
        }
    }

    private Feed fetch(Visit visit, Fetches by) throws InterruptedException, IOException {
        FetchRequest request = new FetchRequest(
                visit.key().address(), ACCEPT, visit.folder().resolve("schedule"), FetchLimits.schedule());
        try {
            return by.fetch(request, this::read, Feed.Read.class::isInstance, visit.checkpoints());
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

    /** Of a job that wants a schedule. */
    private record Visit(Key key, Path folder, Checkpoints checkpoints) {}

    /** @param isOwn whether it was fetched for this visit */
    private record Read(Reading entry, Feed feed, boolean isOwn) {}

    /** @param feed is done once it was fetched */
    private record Reading(Instant begun, CompletableFuture<Feed> feed, Strangers strangers) {
        boolean holdsAt(Instant now, Duration recent) {
            boolean refused = feed.isDone() && !feed.isCompletedExceptionally() && !(feed.join() instanceof Feed.Read);
            Duration max = refused && recent.compareTo(MAX_REFUSAL) > 0 ? MAX_REFUSAL : recent;
            return !feed.isDone() || begun.plus(max).isAfter(now);
        }
    }
}
