package io.eventjobs.gateway.idempotency;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.job.IdempotencyMark;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * Stores one record per request: repeating a request with its idempotency key returns the record of the first one, even if both arrive at
 * the same time. The key is stored in the record itself and is unique in its collection, so the insert decides. Thread-safe if the records
 * are.
 */
public final class IdempotentInsert<R> {
    private final KeyedRecords<R> records;

    public IdempotentInsert(KeyedRecords<R> records) {
        this.records = records;
    }

    /**
     * Finds the record of an earlier request with this mark, or creates and inserts one.
     *
     * @param mark of the request; empty if it has no key, in which case a new record is always created
     * @param fresh creates the record to insert; not called if there is an earlier one
     * @throws ApiException {@code IDEMPOTENCY_KEY_REUSED} if the key was used with another request
     * @throws DuplicateKeyException if something other than the key is taken
     */
    public Result<R> run(Optional<IdempotencyMark> mark, Supplier<R> fresh) {
        Optional<R> earlier = mark.flatMap(this::earlier);
        if (earlier.isPresent()) {
            return new Result.Found<>(earlier.get());
        }
        R made = fresh.get();
        try {
            records.insert(made);
            return new Result.Inserted<>(made);
        } catch (DuplicateKeyException e) {
            return new Result.Found<>(mark.flatMap(this::earlier).orElseThrow(() -> e));
        }
    }

    private Optional<R> earlier(IdempotencyMark mark) {
        records.refuseOtherUse(mark);
        Optional<R> found = records.findByIdempotencyKey(mark.key());
        if (found.isEmpty()) {
            return found;
        }
        if (!records.isExpired(found.get())) {
            Idempotency.requireSame(mark, records.mark(found.get()));
            if (records.isComplete(found.get())) {
                return found;
            }
        }
        records.release(found.get());
        return Optional.empty();
    }

    /** The record, and whether this call created it. */
    public sealed interface Result<R> {
        R record();

        /** Created by this call. */
        record Inserted<R>(R record) implements Result<R> {}

        /** Created by an earlier, identical request. */
        record Found<R>(R record) implements Result<R> {}
    }

    /** Records that contain the mark of the request that created them. */
    public interface KeyedRecords<R> {
        /** @throws DuplicateKeyException if the idempotency key or another unique value is taken */
        void insert(R fresh);

        Optional<R> findByIdempotencyKey(String key);

        /** The mark of the request that created the record; null if it had no key. */
        @Nullable IdempotencyMark mark(R found);

        /** Releases the key of a record that it no longer stands for. */
        void release(R found);

        /** Whether the key has expired, so that any request may use it again. */
        default boolean isExpired(R found) {
            return false;
        }

        /** Whether the first request was completed; if not, an identical request creates the record again. */
        default boolean isComplete(R found) {
            return true;
        }

        /** @throws ApiException if the key was used by another request for a record of another kind */
        default void refuseOtherUse(IdempotencyMark mark) {}
    }
}
