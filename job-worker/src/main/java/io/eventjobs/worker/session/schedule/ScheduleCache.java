package io.eventjobs.worker.session.schedule;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.schedule.ScheduleReader;
import io.eventjobs.schedule.UnreadableScheduleException;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.session.fetch.CachingFetcher;
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
public final class ScheduleCache {
    private static final String ACCEPT =
            "application/json,application/xml;q=0.9,text/xml;q=0.9,text/calendar;q=0.8,*/*;q=0.5";
    private static final Duration MAX_REFUSAL = Duration.ofMinutes(1);

    private final CachingFetcher fetches;
    private final CachingFetcher asking;
    private final Duration recent;
    private final Clock clock;
    private final ScheduleReader reader = new ScheduleReader();
    private final Map<Key, Reading> entries;

    /**
     * @param recent how long a schedule is used without asking its host
     * @param max schedules in memory; each takes about three times the size of its file
     */
    public ScheduleCache(CachingFetcher fetches, Duration recent, int max, Clock clock) {
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
    public FetchedSchedule read(String address, String page, Predicate<FetchedSchedule.Read> knows, Path folder, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        Key key = new Key(checkpoints.tenant(), address.strip().split("#", 2)[0]);
        Visit visit = new Visit(key, folder, checkpoints);
        Read kept = read(visit, fetches, null);
        if (kept.isOwn() || !(kept.feed() instanceof FetchedSchedule.Read schedule) || knows.test(schedule)) {
            return kept.feed();
        }
        MissBudget strangers = kept.entry().strangers();
        if (!strangers.admit(page, clock.instant())) {
            return schedule;
        }
        FetchedSchedule again = read(visit, asking, kept.entry()).feed();
        if (again instanceof FetchedSchedule.Read changed && knows.test(changed)) {
            strangers.forget(page);
        }
        return again;
    }

    /** @param unfit the reading that does not do; null if any does that is recent */
    private Read read(Visit visit, CachingFetcher by, @Nullable Reading unfit) throws InterruptedException, IOException {
        while (true) {
            MissBudget strangers = unfit == null ? new MissBudget(recent) : unfit.strangers();
            Reading fresh = new Reading(clock.instant(), new CompletableFuture<>(), strangers);
            Reading entry = current(visit.key(), fresh, unfit);
            if (entry == fresh) {
                return new Read(fresh, fetched(visit, fresh, by), true);
            }
            FetchedSchedule feed = awaited(entry);
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

    private FetchedSchedule fetched(Visit visit, Reading entry, CachingFetcher by) throws InterruptedException, IOException {
        boolean finished = false;
        try {
            FetchedSchedule feed = fetch(visit, by);
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

    private FetchedSchedule fetch(Visit visit, CachingFetcher by) throws InterruptedException, IOException {
        FetchRequest request = new FetchRequest(
                visit.key().address(), ACCEPT, visit.folder().resolve("schedule"), FetchLimits.schedule());
        try {
            return by.fetch(request, this::read, FetchedSchedule.Read.class::isInstance, visit.checkpoints());
        } catch (FetchException e) {
            return new FetchedSchedule.Missing(e.failure());
        }
    }

    private FetchedSchedule read(FetchedResource fetched) throws IOException {
        try {
            return FetchedSchedule.Read.of(reader.read(fetched.file(), fetched.address()));
        } catch (UnreadableScheduleException e) {
            return new FetchedSchedule.Unreadable(e.explanation());
        }
    }

    /** What another job fetched; null if it was stopped before it had. */
    private static @Nullable FetchedSchedule awaited(Reading entry) throws InterruptedException {
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
    private record Read(Reading entry, FetchedSchedule feed, boolean isOwn) {}

    /** @param feed is done once it was fetched */
    private record Reading(Instant begun, CompletableFuture<FetchedSchedule> feed, MissBudget strangers) {
        boolean holdsAt(Instant now, Duration recent) {
            boolean refused = feed.isDone() && !feed.isCompletedExceptionally() && !(feed.join() instanceof FetchedSchedule.Read);
            Duration max = refused && recent.compareTo(MAX_REFUSAL) > 0 ? MAX_REFUSAL : recent;
            return !feed.isDone() || begun.plus(max).isAfter(now);
        }
    }
}
