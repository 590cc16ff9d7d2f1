package io.eventjobs.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningLimitTest {
    @ParameterizedTest
    @CsvSource({
        // max, running, owned, all partitions, free
        "0, 1000, 12, 12, 2147483647",
        "10, 0, 12, 12, 10",
        "10, 9, 12, 12, 1",
        "10, 10, 12, 12, 0",
        "10, 30, 12, 12, 0",
        "10, 0, 6, 12, 5",
        "10, 0, 4, 12, 4",
        "1, 0, 1, 12, 1",
        "1, 1, 1, 12, 0",
    })
    void eachGatewayHasItsShareOfTheLimit(int max, int running, int owned, int all, int free) {
        assertThat(new RunningLimit(max).free(running, owned, all)).isEqualTo(free);
    }
}
