package io.eventjobs.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.idempotency.IdempotentInsert.Result;
import io.eventjobs.gateway.job.IdempotencyMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class IdempotentInsertTest {
    private static final IdempotencyMark MARK = new IdempotencyMark("key", "body");
    private static final IdempotencyMark OTHER_BODY = new IdempotencyMark("key", "other body");

    private final Notes notes = new Notes();
    private final IdempotentInsert<Note> insert = new IdempotentInsert<>(notes);

    @Test
    void storesTheRecordOfTheFirstRequest() {
        assertThat(run(MARK, "first")).isEqualTo(new Result.Inserted<>(new Note("first", MARK)));
        assertThat(notes.stored).extracting(Note::text).containsExactly("first");
    }

    @Test
    void answersARepeatedRequestWithTheRecordThatIsThere() {
        run(MARK, "first");

        assertThat(run(MARK, "second")).isEqualTo(new Result.Found<>(new Note("first", MARK)));
        assertThat(notes.stored).hasSize(1);
    }

    @Test
    void storesARecordForEachRequestWithoutAKey() {
        run(null, "first");
        run(null, "second");

        assertThat(notes.stored).extracting(Note::text).containsExactly("first", "second");
    }

    @Test
    void answersTheLoserOfTwoRequestsAtOnceWithTheRecordOfTheWinner() {
        notes.beforeInsert = () -> notes.stored.add(new Note("winner", MARK));

        assertThat(run(MARK, "loser")).isEqualTo(new Result.Found<>(new Note("winner", MARK)));
    }

    @Test
    void refusesTheKeyWithAnotherBody() {
        run(MARK, "first");

        refused(OTHER_BODY);
    }

    @Test
    void refusesTheLoserOfTwoRequestsAtOnceIfTheBodiesDiffer() {
        notes.beforeInsert = () -> notes.stored.add(new Note("winner", MARK));

        refused(OTHER_BODY);
    }

    @Test
    void refusesTheKeyThatARecordOfAnotherKindHas() {
        notes.otherKind = MARK;

        refused(OTHER_BODY);
    }

    @Test
    void letsAnyRequestUseAKeyWhoseTimeIsOver() {
        run(MARK, "first");
        notes.expired = true;

        assertThat(run(OTHER_BODY, "second")).isInstanceOf(Result.Inserted.class);
        assertThat(notes.stored).extracting(Note::text).containsExactly("second");
    }

    @Test
    void makesARecordAgainThatNeverCameWhole() {
        run(MARK, "half");
        notes.complete = false;

        assertThat(run(MARK, "whole")).isInstanceOf(Result.Inserted.class);
        assertThat(notes.stored).extracting(Note::text).containsExactly("whole");
    }

    @Test
    void refusesAnotherBodyEvenIfTheRecordNeverCameWhole() {
        run(MARK, "half");
        notes.complete = false;

        refused(OTHER_BODY);
        assertThat(notes.stored).extracting(Note::text).containsExactly("half");
    }

    @Test
    void passesOnThatSomethingElseThanTheKeyIsTaken() {
        notes.beforeInsert = () -> {
            throw new DuplicateKeyException("id");
        };

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> run(MARK, "first"));
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> run(null, "first"));
    }

    private Result<Note> run(@Nullable IdempotencyMark mark, String text) {
        return insert.run(Optional.ofNullable(mark), () -> new Note(text, mark));
    }

    private void refused(IdempotencyMark mark) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> run(mark, "refused"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
    }

    private record Note(String text, @Nullable IdempotencyMark mark) {}

    /** Records in memory, with a unique key as MongoDB has it. */
    private static final class Notes implements IdempotentInsert.KeyedRecords<Note> {
        private final List<Note> stored = new ArrayList<>();
        private Runnable beforeInsert = () -> {};
        private boolean expired;
        private boolean complete = true;
        private @Nullable IdempotencyMark otherKind;

        @Override
        public void insert(Note fresh) {
            beforeInsert.run();
            if (fresh.mark() != null && findByIdempotencyKey(fresh.mark().key()).isPresent()) {
                throw new DuplicateKeyException("idempotency_key");
            }
            stored.add(fresh);
        }

        @Override
        public Optional<Note> findByIdempotencyKey(String key) {
            return stored.stream()
                    .filter(note -> note.mark() != null && note.mark().key().equals(key))
                    .findFirst();
        }

        @Override
        public @Nullable IdempotencyMark mark(Note found) {
            return found.mark();
        }

        @Override
        public void release(Note found) {
            stored.remove(found);
        }

        @Override
        public boolean isExpired(Note found) {
            return expired;
        }

        @Override
        public boolean isComplete(Note found) {
            return complete;
        }

        @Override
        public void refuseOtherUse(IdempotencyMark mark) {
            if (otherKind != null) {
                Idempotency.requireSame(mark, otherKind);
            }
        }
    }
}
