package io.eventjobs.gateway.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.gateway.transition.ConditionalUpdate.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ConditionalUpdateTest {
    private final List<Integer> pauses = new ArrayList<>();
    private final ConditionalUpdate update = new ConditionalUpdate(pauses::add);
    private int attempts;

    @Test
    void answersWhatTheFirstAttemptStored() {
        assertThat(update.run("job", wonAfter(0))).isEqualTo("stored");
        assertThat(attempts).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void triesAgainAtOnceWhenSomebodyWasFasterOnce() {
        assertThat(update.run("job", wonAfter(1))).isEqualTo("stored");
        assertThat(attempts).isEqualTo(2);
        assertThat(pauses).isEmpty();
    }

    @Test
    void pausesLongerTheMoreOftenItLost() {
        assertThat(update.run("job", wonAfter(4))).isEqualTo("stored");
        assertThat(pauses).containsExactly(2, 3, 4);
    }

    @Test
    void winsWithTheLastAttemptThatIsAllowed() {
        assertThat(update.run("job", wonAfter(ConditionalUpdate.MAX_TRIES - 1))).isEqualTo("stored");
    }

    @Test
    void givesUpAfterTheLastAttemptAndSaysWhatCouldNotBeChanged() {
        assertThatThrownBy(() -> update.run("job 7", wonAfter(ConditionalUpdate.MAX_TRIES)))
                .isInstanceOf(ContentionException.class)
                .hasMessageStartingWith("job 7 was changed by others");
        assertThat(attempts).isEqualTo(ConditionalUpdate.MAX_TRIES);
    }

    @Test
    void doesNotTryAgainWhenAnAttemptFails() {
        IllegalArgumentException fault = new IllegalArgumentException("no MongoDB");

        assertThatThrownBy(() -> update.run("job", () -> {
                    attempts++;
                    throw fault;
                }))
                .isSameAs(fault);
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void takesAnEmptyStoreForALostAttempt() {
        assertThat(Attempt.of(Optional.empty())).isEqualTo(Attempt.lost());
        assertThat(Attempt.of(Optional.of("stored"))).isEqualTo(Attempt.done("stored"));
    }

    @Test
    void doublesTheBoundOfThePauseUpToItsMaximum() {
        assertThat(List.of(2, 3, 4, 5, 6, 49))
                .extracting(JitteredPause::boundMillis)
                .containsExactly(4, 8, 16, 32, 32, 32);
    }

    @Test
    void keepsTheInterruptionOfAThreadThatPauses() {
        Thread.currentThread().interrupt();

        new JitteredPause().afterLosing(2);

        assertThat(Thread.interrupted()).isTrue();
    }

    private Supplier<Attempt<String>> wonAfter(int lost) {
        return () -> attempts++ < lost ? Attempt.lost() : Attempt.done("stored");
    }
}
