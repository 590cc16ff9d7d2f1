package io.eventjobs.gateway.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CoalescedUpdatesTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Deque<Runnable> laterWork = new ArrayDeque<>();
    private final Sums sums = new Sums();
    private final CoalescedUpdates<String, Integer> updates =
            new CoalescedUpdates<>(work::add, laterWork::add, sums, new ConditionalUpdate(lost -> {}));

    @Test
    void changesThatComeTogetherAreStoredOnce() {
        CompletableFuture<Optional<Integer>> first = add(1);
        CompletableFuture<Optional<Integer>> second = add(2);
        work();

        assertThat(sums.stored).isEqualTo(3);
        assertThat(sums.stores).isOne();
        assertThat(first.join()).contains(1);
        assertThat(second.join()).contains(3);
    }

    @Test
    void aChangeThatNobodyWaitsForIsStoredWithTheNextOne() {
        addLater(1);
        assertThat(work).isEmpty();
        CompletableFuture<Optional<Integer>> next = add(2);
        work();

        assertThat(next.join()).contains(3);
        assertThat(sums.stores).isOne();

        laterWork.remove().run();
        assertThat(sums.stores).isOne();
    }

    @Test
    void aChangeThatNobodyWaitsForIsStoredAfterAWhileIfNoOtherComes() {
        addLater(1);
        addLater(2);

        assertThat(laterWork).hasSize(1);
        laterWork.remove().run();

        assertThat(sums.stored).isEqualTo(3);
        assertThat(sums.stores).isOne();
        addLater(1);
        assertThat(laterWork).hasSize(1);
    }

    @Test
    void aChangeThatComesAfterwardsIsStoredByItself() {
        add(1);
        work();
        add(2);
        work();

        assertThat(sums.stored).isEqualTo(3);
        assertThat(sums.stores).isEqualTo(2);
    }

    @Test
    void whatWasCachedWronglyIsDecidedAgainFromWhatIsStored() {
        sums.stored = 10;

        CompletableFuture<Optional<Integer>> sum = add(1);
        work();

        assertThat(sum.join()).contains(11);
    }

    @Test
    void aChangeOfNothingIsAnsweredFromWhatIsStored() {
        sums.stored = 10;

        CompletableFuture<Optional<Integer>> sum = add(0);
        work();

        assertThat(sum.join()).contains(10);
        assertThat(sums.stores).isZero();
    }

    @Test
    void aFaultFailsAllThatCameTogetherAndNothingThatComesLater() {
        sums.away = true;
        CompletableFuture<Optional<Integer>> first = add(1);
        CompletableFuture<Optional<Integer>> second = add(2);
        work();
        assertThatThrownBy(first::join).hasRootCauseMessage("away");
        assertThatThrownBy(second::join).hasRootCauseMessage("away");

        sums.away = false;
        add(4);
        work();

        assertThat(sums.stored).isEqualTo(4);
    }

    @Test
    void whoeverAlwaysLosesGivesUp() {
        sums.contended = true;

        CompletableFuture<Optional<Integer>> sum = add(1);
        work();

        assertThatThrownBy(sum::join).hasCauseInstanceOf(ContentionException.class);
    }

    private void addLater(int number) {
        updates.changeLater("sum", sum -> new CoalescedUpdates.Change<>(sum + number, sum + number));
    }

    private CompletableFuture<Optional<Integer>> add(int number) {
        return updates.change("sum", sum -> new CoalescedUpdates.Change<>(sum + number, sum + number));
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    /** One number; the cache says 0 until something was stored or loaded. */
    private static final class Sums implements CoalescedUpdates.Records<String, Integer> {
        private int stored;
        private int cached;
        private int stores;
        private boolean away;
        private boolean contended;

        @Override
        public Optional<Integer> cached(String key) {
            return Optional.of(cached);
        }

        @Override
        public Optional<Integer> load(String key) {
            cached = stored;
            return Optional.of(stored);
        }

        @Override
        public boolean store(Integer before, Integer after) {
            if (away) {
                throw new IllegalStateException("away");
            }
            if (contended || stored != before) {
                return false;
            }
            stores++;
            stored = after;
            cached = after;
            return true;
        }
    }
}
