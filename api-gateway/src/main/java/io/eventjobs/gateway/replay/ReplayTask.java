package io.eventjobs.gateway.replay;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.deadletter.DeadLetterEntry;
import io.eventjobs.gateway.deadletter.DeadLetters;
import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.ReplayRecord;
import io.eventjobs.gateway.mongo.ReplayRecords;
import io.eventjobs.gateway.web.Cursor;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Continues the replays that this gateway owns, at their requested rate. A page is replayed before its end is stored: after a crash in
 * between it is processed again, and what this replay already restarted is counted, not restarted again.
 */
final class ReplayTask implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayTask.class);
    private static final Duration ROUND_INTERVAL = Duration.ofMillis(200);
    private static final Duration IDLE_INTERVAL = Duration.ofMillis(500);
    private static final int MAX_CONCURRENT = 200;
    private static final List<DeadLetter.State> OPEN_OR_OURS =
            List.of(DeadLetter.State.OPEN, DeadLetter.State.REPLAYED);

    private final ReplayRecords records;
    private final DeadLetters letters;
    private final OwnedPartitions partitions;
    private final Clock clock;
    private final Ticker ticker;
    private final Map<String, TokenBucket> buckets = new HashMap<>();

    ReplayTask(ReplayRecords records, DeadLetters letters, OwnedPartitions partitions, Clock clock, Ticker ticker) {
        this.records = records;
        this.letters = letters;
        this.partitions = partitions;
        this.clock = clock;
        this.ticker = ticker;
    }

    @Override
    public Duration run() {
        List<ReplayRecord> ours = records.running().stream()
                .filter(replay -> partitions.owns(replay.id()))
                .toList();
        buckets.keySet().retainAll(ours.stream().map(ReplayRecord::id).collect(Collectors.toSet()));
        ours.forEach(this::advance);
        return ours.isEmpty() ? IDLE_INTERVAL : ROUND_INTERVAL;
    }

    private void advance(ReplayRecord replay) {
        long now = ticker.nanos();
        TokenBucket bucket = buckets.getOrDefault(replay.id(), TokenBucket.from(now))
                .refilled(now, replay.request().ratePerSecond());
        int max = Math.min(MAX_CONCURRENT, bucket.available());
        if (max > 0) {
            Round round = round(replay, max);
            bucket = bucket.consume(round.looked());
            ReplayRecord next = replay.advanced(round.progress());
            boolean over = round.looked() == 0;
            records.store(replay, over ? next.ended(ReplayRecord.Status.COMPLETED, clock.instant()) : next)
                    .filter(stored -> over)
                    .ifPresent(ReplayTask::log);
        }
        buckets.put(replay.id(), bucket);
    }

    private Round round(ReplayRecord replay, int max) {
        DeadLetterFilter filter = replay.request().selection().filter();
        return filter == null ? ofIds(replay, max) : ofFilter(replay, filter, max);
    }

    private Round ofIds(ReplayRecord replay, int max) {
        List<String> ids = replay.request().selection().ids();
        String position = replay.progress().position();
        int from = position == null ? 0 : Integer.parseInt(position);
        List<String> page = ids.subList(from, Math.min(ids.size(), from + max));
        Tally tally = new Tally();
        for (String id : page) {
            Optional<DeadLetterEntry> letter = letters.find(id);
            boolean replayed = letter.isPresent() && replayed(replay, letter.get());
            tally.add(replayed);
        }
        return tally.round(replay.progress(), Integer.toString(from + page.size()), page.size());
    }

    private Round ofFilter(ReplayRecord replay, DeadLetterFilter filter, int max) {
        String position = replay.progress().position();
        Cursor after = position == null ? null : Cursor.parse(position);
        List<DeadLetterEntry> page = letters.oldest(filter, OPEN_OR_OURS, after, max);
        Tally tally = new Tally();
        for (DeadLetterEntry letter : page) {
            boolean others =
                    letter.state() == DeadLetter.State.REPLAYED && !replay.id().equals(letter.replayId());
            if (!others) {
                tally.add(replayed(replay, letter));
            }
        }
        String next = page.isEmpty() ? position : page.getLast().cursor().text();
        return tally.round(replay.progress(), next, page.size());
    }

    /** Whether this replay restarted it, now or earlier. */
    private boolean replayed(ReplayRecord replay, DeadLetterEntry letter) {
        return replay.id().equals(letter.replayId())
                || letters.replay(letter, replay.id(), replay.request().useCache());
    }

    private static void log(ReplayRecord replay) {
        LOG.atInfo()
                .addKeyValue("replay_id", replay.id())
                .addKeyValue("replayed", replay.progress().replayed())
                .addKeyValue("skipped", replay.progress().skipped())
                .log("Replay completed");
    }

    private record Round(ReplayRecord.Progress progress, int looked) {}

    private static final class Tally {
        private int replayed;
        private int skipped;

        void add(boolean wasReplayed) {
            if (wasReplayed) {
                replayed++;
            } else {
                skipped++;
            }
        }

        Round round(ReplayRecord.Progress before, @Nullable String position, int looked) {
            return new Round(
                    new ReplayRecord.Progress(position, before.replayed() + replayed, before.skipped() + skipped),
                    looked);
        }
    }
}
