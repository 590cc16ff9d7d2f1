package io.eventjobs.worker.session.schedule;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.schedule.UnreadableScheduleException;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.session.fetch.CachingFetcher;
import io.eventjobs.worker.session.parser.TextReader;
import io.eventjobs.worker.session.parser.TextTooLargeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.commons.collections4.map.LRUMap;
import org.jspecify.annotations.Nullable;

/**
 * The schedules that sessions of this worker belong to. A schedule is fetched and parsed once for all jobs of a tenant that need
 * it within a period, however many at once; after that, or for a session that it does not list, its host is asked whether it has
 * changed. Failures are cached as well, but for a shorter period. Thread-safe.
 */
public final class ScheduleCache {
    private static final String ACCEPT =
            "application/json,application/xml;q=0.9,text/xml;q=0.9,text/calendar;q=0.8,*/*;q=0.5";
    private static final Duration MAX_FAILURE_AGE = Duration.ofMinutes(1);

    private final CachingFetcher fetcher;
    private final CachingFetcher revalidating;
    private final Duration freshFor;
    private final Clock clock;
    private final TextReader reader;
    private final Map<Key, Entry> entries;

    /**
     * @param freshFor how long a schedule is used without asking its host
     * @param maxSchedules in memory; each takes about three times the size of its file
     */
    public ScheduleCache(CachingFetcher fetcher, TextReader reader, Duration freshFor, int maxSchedules, Clock clock) {
        this.fetcher = fetcher;
        this.reader = reader;
        this.revalidating = fetcher.alwaysRevalidating();
        this.freshFor = freshFor;
        this.clock = clock;
        this.entries = new LRUMap<>(maxSchedules);
    }

    /**
     * The schedule at an address. Waits if another job is just fetching it.
     *
     * @param page that it should list: if a cached copy does not, its host is asked
     * @param lists whether a schedule lists it
     * @param folder of the job, for the file
     */
    public FetchedSchedule read(
            String address, String page, Predicate<FetchedSchedule.Parsed> lists, Path folder, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        Key key = new Key(checkpoints.tenant(), address.strip().split("#", 2)[0]);
        Request request = new Request(key, folder, checkpoints);
        Lookup cached = read(request, fetcher, null);
        if (cached.isOwn() || !(cached.schedule() instanceof FetchedSchedule.Parsed parsed) || lists.test(parsed)) {
            return cached.schedule();
        }
        MissBudget misses = cached.entry().misses();
        if (!misses.take(page, clock.instant())) {
            return parsed;
        }
        FetchedSchedule again = read(request, revalidating, cached.entry()).schedule();
        if (again instanceof FetchedSchedule.Parsed changed && lists.test(changed)) {
            misses.giveBack(page);
        }
        return again;
    }

    /** @param rejected the entry that does not list the page; null if any fresh one will do */
    private Lookup read(Request request, CachingFetcher with, @Nullable Entry rejected)
            throws InterruptedException, IOException {
        while (true) {
            MissBudget misses = rejected == null ? new MissBudget(freshFor) : rejected.misses();
            Entry fresh = new Entry(clock.instant(), new CompletableFuture<>(), misses);
            Entry entry = current(request.key(), fresh, rejected);
            if (entry == fresh) {
                return new Lookup(fresh, fetched(request, fresh, with), true);
            }
            FetchedSchedule schedule = awaited(entry);
            if (schedule != null) {
                return new Lookup(entry, schedule, false);
            }
        }
    }

    private Entry current(Key key, Entry fresh, @Nullable Entry rejected) {
        synchronized (entries) {
            Entry known = entries.get(key);
            if (known != null && known != rejected && known.isUsableAt(fresh.startedAt(), freshFor)) {
                return known;
            }
            entries.put(key, fresh);
            return fresh;
        }
    }

    private FetchedSchedule fetched(Request request, Entry entry, CachingFetcher with)
            throws InterruptedException, IOException {
        boolean finished = false;
        try {
            FetchedSchedule schedule = fetch(request, with);
            entry.schedule().complete(schedule);
            finished = true;
            return schedule;
        } finally {
            // A job that waited for a stopped one fetches by itself.
            if (!finished) {
                synchronized (entries) {
                    entries.remove(request.key(), entry);
                }
                entry.schedule().cancel(false);
            }
        }
    }

    private FetchedSchedule fetch(Request request, CachingFetcher with) throws InterruptedException, IOException {
        FetchRequest file = new FetchRequest(
                request.key().address(), ACCEPT, request.folder().resolve("schedule"), FetchLimits.schedule());
        try {
            return with.fetch(file, this::parse, FetchedSchedule.Parsed.class::isInstance, request.checkpoints());
        } catch (FetchException e) {
            return new FetchedSchedule.Unavailable(e.failure());
        }
    }

    private FetchedSchedule parse(FetchedResource fetched) throws IOException, InterruptedException {
        try {
            return FetchedSchedule.Parsed.of(reader.schedule(fetched.file(), fetched.address(), fetched.charset()));
        } catch (UnreadableScheduleException e) {
            return new FetchedSchedule.Unreadable(e.explanation());
        } catch (TextTooLargeException e) {
            return new FetchedSchedule.Unreadable("It " + e.getMessage() + ".");
        }
    }

    /** The schedule fetched by another job; null if that job was stopped first. */
    private static @Nullable FetchedSchedule awaited(Entry entry) throws InterruptedException {
        try {
            return entry.schedule().get();
        } catch (CancellationException | ExecutionException e) {
            return null;
        }
    }

    private record Key(TenantId tenant, String address) {}

    /** A job that needs a schedule. */
    private record Request(Key key, Path folder, Checkpoints checkpoints) {}

    /** @param isOwn whether it was fetched for this request */
    private record Lookup(Entry entry, FetchedSchedule schedule, boolean isOwn) {}

    /** @param schedule completes once it is fetched */
    private record Entry(Instant startedAt, CompletableFuture<FetchedSchedule> schedule, MissBudget misses) {
        boolean isUsableAt(Instant now, Duration freshFor) {
            boolean failed = schedule.isDone()
                    && !schedule.isCompletedExceptionally()
                    && !(schedule.join() instanceof FetchedSchedule.Parsed);
            Duration max = failed && freshFor.compareTo(MAX_FAILURE_AGE) > 0 ? MAX_FAILURE_AGE : freshFor;
            return !schedule.isDone() || startedAt.plus(max).isAfter(now);
        }
    }
}
