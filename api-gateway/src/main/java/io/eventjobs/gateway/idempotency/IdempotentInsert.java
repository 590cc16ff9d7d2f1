package io.eventjobs.gateway.idempotency;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.job.IdempotencyMark;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * Stores one record for one request: whoever repeats a request under its idempotency key gets the record that the first one
 * made, also when both come at the same time. The key lives in the record itself and is unique in its collection, so the
 * insert decides. Thread-safe if the records are.
 */
public final class IdempotentInsert<R> {
    private final KeyedRecords<R> records;

    public IdempotentInsert(KeyedRecords<R> records) {
        this.records = records;
    }

    /**
     * Finds the record of an earlier request with this mark, or makes and inserts one.
     *
     * @param mark of the request; empty if it has no key, which makes a new record each time
     * @param fresh makes the record that is inserted; not called if there is an earlier one
     * @throws ApiException {@code IDEMPOTENCY_KEY_REUSED} if the key was used with another request
     * @throws DuplicateKeyException if something else than the key is taken
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

    /** The record, and whether this call made it. */
    public sealed interface Result<R> {
        R record();

        /** New. */
        record Inserted<R>(R record) implements Result<R> {}

        /** The same request made it before. */
        record Found<R>(R record) implements Result<R> {}
    }

    /** Records that know the request that made them. */
    public interface KeyedRecords<R> {
        /** @throws DuplicateKeyException if the idempotency key, or something else that is unique, is taken */
        void insert(R fresh);

        Optional<R> findByIdempotencyKey(String key);

        /** Of the request that made the record; null if it had no key. */
        @Nullable IdempotencyMark mark(R found);

        /** Frees the key of a record that does not stand for it any more. */
        void release(R found);

        /** Whether the key's time is over, so that any request may use it again. */
        default boolean isExpired(R found) {
            return false;
        }

        /** Whether the first request came to its end; if not, the same request makes the record again. */
        default boolean isComplete(R found) {
            return true;
        }

        /** @throws ApiException if a record of another kind was made under this key by another request */
        default void refuseOtherUse(IdempotencyMark mark) {}
    }
}
