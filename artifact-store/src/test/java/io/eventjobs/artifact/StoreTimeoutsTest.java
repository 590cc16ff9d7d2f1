package io.eventjobs.artifact;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreTimeoutsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** For the HTTP client a timeout of zero means to wait forever. */
    @Test
    void refusesToWaitForever() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoreTimeouts(Duration.ZERO, SECOND, SECOND))
                .withMessageContaining("connect");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoreTimeouts(SECOND, Duration.ZERO, SECOND))
                .withMessageContaining("inactivity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoreTimeouts(SECOND, SECOND, SECOND.negated()))
                .withMessageContaining("call");
    }
}
