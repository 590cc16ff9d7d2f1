package io.eventjobs.gateway.keyaction;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.idempotency.IdempotentInsert;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.key.KeyRecord;
import io.eventjobs.gateway.key.KeyText;
import io.eventjobs.gateway.mongo.KeyRecords;
import io.eventjobs.gateway.security.Callers;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.gateway.transition.ConditionalUpdate.Attempt;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Creates, rotates and revokes API keys. Thread-safe. */
@Service
public class KeyActions {
    private static final int MAX_KEYS = 10_000;

    private final KeyRecords records;
    private final Callers callers;
    private final ConditionalUpdate update;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final IdempotentInsert<KeyRecord> insert = new IdempotentInsert<>(new KeyedKeys());

    KeyActions(KeyRecords records, Callers callers, ConditionalUpdate update, Clock clock) {
        this.records = records;
        this.callers = callers;
        this.update = update;
        this.clock = clock;
    }

    /**
     * A new key, or the one that an identical earlier request made, whose text is not known any more.
     *
     * @param expiresAt null for never
     */
    public IssuedKey create(KeyRecord.Grant grant, @Nullable Instant expiresAt, Optional<IdempotencyMark> mark) {
        return issue(grant, expiresAt, null, mark);
    }

    /**
     * A new key for the same holder, that lasts as long as the old one was given for; the old one expires after the overlap, so that there
     * is time to replace it everywhere.
     *
     * @throws ApiException {@code KEY_NOT_FOUND}, or {@code KEY_ENDED} if it opens nothing any more
     */
    public IssuedKey rotate(String id, Duration overlap, Optional<IdempotencyMark> mark) {
        KeyRecord old = find(id);
        Optional<KeyRecord> earlier = mark.flatMap(given -> records.findByIdempotencyKey(given.key()));
        if (earlier.isEmpty() && !old.isGood(now())) {
            throw new ApiException(ErrorCode.KEY_ENDED, ErrorCode.KEY_ENDED.meaning());
        }
        Duration span = old.life().span();
        // The new one first: a failure in between leaves one key too many, not one too few.
        IssuedKey fresh = issue(old.grant(), span == null ? null : now().plus(span), old.id(), mark);
        Instant end = fresh.record().life().createdAt().plus(overlap);
        change(id, found -> found.endingBy(end));
        return fresh;
    }

    /**
     * The key opens nothing any more: at once at this gateway, within seconds at all others. Repeating that changes nothing.
     *
     * @throws ApiException {@code KEY_NOT_FOUND}
     */
    public KeyRecord revoke(String id) {
        Instant now = now();
        return change(id, found -> found.revoked(now));
    }

    /** @throws ApiException {@code KEY_NOT_FOUND} */
    public KeyRecord find(String id) {
        return Optional.of(id)
                .filter(KeyText::isId)
                .flatMap(records::find)
                .orElseThrow(() -> new ApiException(ErrorCode.KEY_NOT_FOUND, ErrorCode.KEY_NOT_FOUND.meaning()));
    }

    private IssuedKey issue(
            KeyRecord.Grant grant,
            @Nullable Instant expiresAt,
            @Nullable String replaces,
            Optional<IdempotencyMark> mark) {
        Instant now = now();
        KeyText text = KeyText.generated(now, random);
        IdempotentInsert.Result<KeyRecord> result = insert.run(mark, () -> {
            if (records.unrevoked(MAX_KEYS) >= MAX_KEYS) {
                throw new ApiException(ErrorCode.KEYS_FULL, ErrorCode.KEYS_FULL.meaning());
            }
            return new KeyRecord(
                    text.id(),
                    1,
                    grant,
                    callers.hasher().hash(text),
                    KeyRecord.Life.from(now, expiresAt),
                    replaces,
                    mark.orElse(null));
        });
        return switch (result) {
            case IdempotentInsert.Result.Inserted<KeyRecord> made -> new IssuedKey(made.record(), text.text());
            case IdempotentInsert.Result.Found<KeyRecord> found -> new IssuedKey(found.record(), null);
        };
    }

    private KeyRecord change(String id, UnaryOperator<KeyRecord> change) {
        KeyRecord changed = update.run("key " + id, () -> {
            KeyRecord found = find(id);
            KeyRecord next = change.apply(found);
            return next.equals(found) ? Attempt.done(found) : Attempt.of(records.store(found, next));
        });
        callers.changed(id);
        return changed;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Keys by the idempotency key of their request, which is kept as long as they are. */
    private final class KeyedKeys implements IdempotentInsert.KeyedRecords<KeyRecord> {
        @Override
        public void insert(KeyRecord fresh) {
            records.insert(fresh);
        }

        @Override
        public Optional<KeyRecord> findByIdempotencyKey(String key) {
            return records.findByIdempotencyKey(key);
        }

        @Override
        public @Nullable IdempotencyMark mark(KeyRecord found) {
            return found.idempotency();
        }

        @Override
        public void release(KeyRecord found) {
            throw new IllegalStateException("the idempotency key of " + found.id() + " never expires");
        }
    }
}
