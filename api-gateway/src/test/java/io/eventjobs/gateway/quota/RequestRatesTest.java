package io.eventjobs.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RequestRatesTest {
    private static final TenantId TENANT = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    private final ManualTime time = new ManualTime();

    @Test
    void admitsABurstAndThenTheRate() {
        RequestRates rates = new RequestRates(2, 3, time);

        assertThat(passed(rates, TENANT, 5)).isEqualTo(3);
        time.pass(Duration.ofSeconds(1));
        assertThat(passed(rates, TENANT, 5)).isEqualTo(2);
    }

    @Test
    void saysHowLongToWait() {
        RequestRates rates = new RequestRates(2, 1, time);
        rates.request(TENANT);

        assertThat(rates.request(TENANT)).isEqualTo(Duration.ofMillis(500));
        time.pass(Duration.ofMillis(500));
        assertThat(rates.request(TENANT)).isZero();
    }

    @Test
    void aTenantThatSendsTooMuchTakesNothingFromAnother() {
        RequestRates rates = new RequestRates(1, 1, time);
        passed(rates, TENANT, 1_000);

        assertThat(rates.request(OTHER)).isZero();
    }

    @Test
    void withoutALimitAllPass() {
        assertThat(passed(new RequestRates(0, 1, time), TENANT, 10_000)).isEqualTo(10_000);
    }

    @Property(tries = 200)
    void inNoTimeMorePassThanBurstAndRateAllow(
            @ForAll @IntRange(min = 1, max = 50) int perSecond,
            @ForAll @IntRange(min = 1, max = 50) int burst,
            @ForAll @IntRange(min = 1, max = 20) int seconds) {
        ManualTime clock = new ManualTime();
        RequestRates rates = new RequestRates(perSecond, burst, clock);

        int passed = 0;
        for (int tenth = 0; tenth < 10 * seconds; tenth++) {
            passed += passed(rates, TENANT, 20);
            clock.pass(Duration.ofMillis(100));
        }

        assertThat(passed).isLessThanOrEqualTo(burst + perSecond * seconds);
    }

    private static int passed(RequestRates rates, TenantId tenant, int requests) {
        int passed = 0;
        for (int i = 0; i < requests; i++) {
            passed += rates.request(tenant).isZero() ? 1 : 0;
        }
        return passed;
    }
}
