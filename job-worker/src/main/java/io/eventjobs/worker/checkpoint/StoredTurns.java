package io.eventjobs.worker.checkpoint;

import io.eventjobs.artifact.ArtifactObjects;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.model.job.JobId;
import io.eventjobs.worker.background.Ticker;
import io.eventjobs.worker.log.LogKeys;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@link Turns} are within a worker, between workers: an object beside the checkpoint says that somebody computes it. Of several
 * executions that put it at the same moment the store lets one succeed ({@code If-None-Match: *}); the others look at it until it is
 * gone. Nobody waits longer than a turn lasts, so one that was left by a crash delays others but does not block them; an execution of
 * the same job does not wait for it at all, since only the latest execution of a job counts.
 *
 * <p>They save requests and guarantee nothing: there is no conditional delete that all stores have, so two executions that overtake the
 * same old turn may both compute, and one that was overtaken may end the turn of the other. Both results are complete, and
 * to compute twice is a waste and no fault. Thread-safe.
 */
final class StoredTurns {
    /** How long a turn lasts at most. */
    static final Duration MAX_AGE = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(StoredTurns.class);
    private static final String JSON = "application/json";
    private static final int MAX_BYTES = 4096;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(1);

    private final ArtifactObjects store;
    private final Clock clock;
    private final Ticker ticker;
    private final Sleep sleep;
    private final JsonMapper mapper = WireFormat.mapper();

    StoredTurns(ArtifactObjects store, Clock clock, Ticker ticker, Sleep sleep) {
        this.store = store;
        this.clock = clock;
        this.ticker = ticker;
        this.sleep = sleep;
    }

    /**
     * Waits until nobody else has a turn at the key, for a bounded time, and takes one.
     *
     * @throws ArtifactStoreException if the store fails; then there is no turn
     */
    Turn take(CheckpointKey key, JobId job) throws InterruptedException {
        long arrival = ticker.nanos();
        Duration pause = FIRST_PAUSE;
        Instant waitedFor = null;
        while (true) {
            CheckpointStore.stopIfInterrupted();
            // As exact as the dates of checkpoints, which are compared with it.
            Holder own = new Holder(job, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            byte[] content = mapper.writeValueAsBytes(own);
            if (store.putIfAbsent(key.turn(), content, JSON)) {
                return new Turn(key, waitedFor);
            }
            Optional<Holder> holder = holder(key);
            if (ticker.nanos() - arrival > MAX_AGE.toNanos() || holder.isPresent() && isOver(holder.get(), job)) {
                store.put(key.turn(), content, JSON);
                return new Turn(key, waitedFor);
            }
            waitedFor = holder.map(Holder::since).orElse(waitedFor == null ? own.since() : waitedFor);
            sleep.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause.multipliedBy(2);
        }
    }

    private boolean isOver(Holder holder, JobId job) {
        return holder.jobId().equals(job)
                || Duration.between(holder.since(), clock.instant()).compareTo(MAX_AGE) > 0;
    }

    /** Who has the turn; empty if nobody does any more. A turn that cannot be read is nobody's, and as old as can be. */
    private Optional<Holder> holder(CheckpointKey key) {
        try (InputStream in = store.open(key.turn())) {
            Holder holder = mapper.readValue(in.readNBytes(MAX_BYTES), Holder.class);
            return Optional.of(holder == null ? Holder.UNKNOWN : holder);
        } catch (ObjectMissingException e) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            LOG.atWarn().addKeyValue(LogKeys.CHECKPOINT, key).setCause(e).log("Turn cannot be read");
            return Optional.of(Holder.UNKNOWN);
        }
    }

    /** Who computes the result, and since when by its own clock. */
    private record Holder(JobId jobId, Instant since) {
        private static final Holder UNKNOWN = new Holder(new JobId("unknown"), Instant.EPOCH);

        private Holder {
            Objects.requireNonNull(jobId, "jobId");
            Objects.requireNonNull(since, "since");
        }
    }

    /** Lets the thread wait; interruptible. */
    @FunctionalInterface
    interface Sleep {
        void sleep(Duration pause) throws InterruptedException;
    }

    /** A turn at a key, taken among all workers. */
    final class Turn implements AutoCloseable {
        private final CheckpointKey key;
        private final @Nullable Instant waitedFor;

        private Turn(CheckpointKey key, @Nullable Instant waitedFor) {
            this.key = key;
            this.waitedFor = waitedFor;
        }

        /**
         * When the execution that this one waited for began, by the clock with which it dated its checkpoint; null if nobody was waited for.
         */
        @Nullable Instant waitedFor() {
            return waitedFor;
        }

        /** Others may go on. An execution that was told to stop says so, too, or the others would wait for nobody. */
        @Override
        public void close() {
            boolean isInterrupted = Thread.interrupted();
            try {
                store.delete(List.of(key.turn()));
            } catch (ArtifactStoreException e) {
                LOG.atWarn().addKeyValue(LogKeys.CHECKPOINT, key).setCause(e).log("Turn not given up");
            } finally {
                if (isInterrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
