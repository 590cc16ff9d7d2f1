package io.eventjobs.gateway.replay;

import io.eventjobs.gateway.idempotency.IdempotentInsert;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.mongo.ReplayRecord;
import io.eventjobs.gateway.mongo.ReplayRecords;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.gateway.transition.ConditionalUpdate.Attempt;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Accepts and cancels replays. */
@Service
public class ReplaySubmission {
    private final ReplayRecords records;
    private final ConditionalUpdate update;
    private final Clock clock;
    private final IdempotentInsert<ReplayRecord> insert = new IdempotentInsert<>(new KeyedReplays());

    ReplaySubmission(ReplayRecords records, ConditionalUpdate update, Clock clock) {
        this.records = records;
        this.update = update;
        this.clock = clock;
    }

    /** A new replay, or the one created by an identical earlier request. */
    public ReplayRecord accept(
            DeadLetterSelection selection, int rate, @Nullable Boolean useCache, Optional<IdempotencyMark> mark) {
        return insert.run(mark, () -> begun(selection, rate, useCache, mark)).record();
    }

    private ReplayRecord begun(
            DeadLetterSelection selection, int rate, @Nullable Boolean useCache, Optional<IdempotencyMark> mark) {
        Instant now = now();
        return new ReplayRecord(
                "replay-" + UUID.randomUUID(),
                1,
                new ReplayRecord.Request(until(selection, now), rate, useCache, now, mark.orElse(null)),
                ReplayRecord.Status.RUNNING,
                ReplayRecord.Progress.NONE,
                null);
    }

    /** Cancels a replay and returns it; dead letters not started yet stay open. Empty if there is no such replay. */
    public Optional<ReplayRecord> cancel(String id) {
        return update.run("replay " + id, () -> {
            Optional<ReplayRecord> found = records.find(id);
            return found.filter(replay -> replay.status() == ReplayRecord.Status.RUNNING)
                    .map(running ->
                            Attempt.of(records.store(running, running.ended(ReplayRecord.Status.CANCELLED, now()))
                                    .map(Optional::of)))
                    .orElseGet(() -> Attempt.done(found));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static DeadLetterSelection until(DeadLetterSelection selection, Instant now) {
        DeadLetterFilter filter = selection.filter();
        return filter == null ? selection : new DeadLetterSelection(selection.ids(), filter.until(now));
    }

    /** Replays by idempotency key; a key is kept as long as its replay. */
    private final class KeyedReplays implements IdempotentInsert.KeyedRecords<ReplayRecord> {
        @Override
        public void insert(ReplayRecord fresh) {
            records.insert(fresh);
        }

        @Override
        public Optional<ReplayRecord> findByIdempotencyKey(String key) {
            return records.findByIdempotencyKey(key);
        }

        @Override
        public @Nullable IdempotencyMark mark(ReplayRecord found) {
            return found.request().idempotency();
        }

        @Override
        public void release(ReplayRecord found) {
            throw new IllegalStateException("the key of replay " + found.id() + " never expires");
        }
    }
}
