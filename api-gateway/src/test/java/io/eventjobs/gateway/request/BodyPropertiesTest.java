package io.eventjobs.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BodyPropertiesTest {
    @Test
    void takeAnEighthOfTheHeapUnlessTold() {
        assertThat(new BodyProperties(null).bytes(640 << 20)).isEqualTo(80 << 20);
    }

    @Test
    void takeWhatIsConfigured() {
        assertThat(new BodyProperties(DataSize.ofMegabytes(16)).bytes(640 << 20))
                .isEqualTo(16 << 20);
    }

    @Test
    void refuseLessThanAnyUse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BodyProperties(DataSize.ofKilobytes(1)))
                .withMessage("event-jobs.bodies.max-memory must be at least 1MB");
    }
}
