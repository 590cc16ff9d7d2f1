package io.eventjobs.gateway.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.QueueSetting;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueSwitchTest {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final GatewayHarness gateway = GatewayHarness.start();
    private final QueueSetting setting = gateway.bean(QueueSetting.class);
    private final QueueSwitch queue = new QueueSwitch(setting, gateway.time(), gateway.time());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void isNotPausedUntilSomebodyPausesIt() {
        assertThat(queue.getAsBoolean()).isFalse();
        assertThat(queue.state()).isEqualTo(new QueueSetting.State(false, null));
    }

    @Test
    void knowsAtOnceWhatWasSetHereAndSinceWhen() {
        assertThat(queue.getAsBoolean()).isFalse();

        queue.set(true);

        assertThat(queue.getAsBoolean()).isTrue();
        assertThat(queue.state()).isEqualTo(new QueueSetting.State(true, Jobs.NOW));
    }

    @Test
    void remembersWhenItWasSwitchedLastWhateverItWasSwitchedTo() {
        queue.set(true);
        gateway.pass(Duration.ofMinutes(5));

        queue.set(false);

        assertThat(queue.state()).isEqualTo(new QueueSetting.State(false, Jobs.NOW.plus(Duration.ofMinutes(5))));
    }

    @Test
    void hearsOfWhatAnotherGatewaySetOnlyWhenItLooksAgain() {
        assertThat(queue.getAsBoolean()).isFalse();
        setting.set(true, Jobs.NOW);

        gateway.pass(LOOK);
        assertThat(queue.getAsBoolean()).isFalse();

        gateway.pass(Duration.ofMillis(1));
        assertThat(queue.getAsBoolean()).isTrue();
    }

    @Test
    void whatWasSetHereIsLookedAtAgainToo() {
        queue.set(true);
        setting.set(false, Jobs.NOW);

        gateway.pass(LOOK.plusMillis(1));

        assertThat(queue.getAsBoolean()).isFalse();
    }

    @Test
    void asksNothingBetweenTwoLooks() {
        assertThat(queue.getAsBoolean()).isFalse();
        gateway.mongoIsAway(true);

        gateway.pass(LOOK);

        assertThat(queue.getAsBoolean()).isFalse();
    }
}
