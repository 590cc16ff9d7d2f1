package io.eventjobs.gateway.replay;

import io.eventjobs.gateway.deadletter.DeadLetterFilter;
import io.eventjobs.gateway.deadletter.DeadLetterSelection;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.mongo.ReplayRecord;
import io.eventjobs.gateway.mongo.ReplayRecords;
import io.eventjobs.gateway.submission.Idempotency;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Accepts and cancels replays. */
@Service
class ReplaySubmission {
    private static final int MAX_TRIES = 50;

    private final ReplayRecords records;
    private final Clock clock;

    ReplaySubmission(ReplayRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** A new replay, or the one that the same request made before. */
    ReplayRecord accept(
            DeadLetterSelection selection, int rate, @Nullable Boolean useCache, Optional<IdempotencyMark> mark) {
        Optional<ReplayRecord> earlier = mark.flatMap(this::earlier);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ReplayRecord replay = new ReplayRecord(
                "replay-" + UUID.randomUUID(),
                1,
                new ReplayRecord.Request(until(selection, now), rate, useCache, now, mark.orElse(null)),
                ReplayRecord.Status.RUNNING,
                ReplayRecord.Progress.NONE,
                null);
        try {
            records.insert(replay);
            return replay;
        } catch (DuplicateKeyException e) {
            return mark.flatMap(this::earlier).orElseThrow(() -> e);
        }
    }

    /** The replay as it is then: what was not begun stays as it is. Empty if there is no such replay. */
    Optional<ReplayRecord> cancel(String id) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Optional<ReplayRecord> found = records.find(id);
            if (found.isEmpty() || found.get().status() != ReplayRecord.Status.RUNNING) {
                return found;
            }
            Optional<ReplayRecord> stored = records.store(
                    found.get(),
                    found.get()
                            .ended(
                                    ReplayRecord.Status.CANCELLED,
                                    clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            if (stored.isPresent()) {
                return stored;
            }
        }
        throw new IllegalStateException("replay " + id + " changed " + MAX_TRIES + " times while it was cancelled");
    }

    private static DeadLetterSelection until(DeadLetterSelection selection, Instant now) {
        DeadLetterFilter filter = selection.filter();
        return filter == null ? selection : new DeadLetterSelection(selection.ids(), filter.until(now));
    }

    private Optional<ReplayRecord> earlier(IdempotencyMark mark) {
        Optional<ReplayRecord> found = records.findByIdempotencyKey(mark.key());
        found.ifPresent(replay -> Idempotency.requireSame(mark, replay.request().idempotency()));
        return found;
    }
}
