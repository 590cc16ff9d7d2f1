package io.eventjobs.gateway.queue;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.mongo.QueueSetting;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether the queue is paused, for all gateways; each reads the stored setting every {@value #LOOK_MILLIS} ms. Thread-safe.
 */
@Component
public class QueueSwitch implements BooleanSupplier {
    private static final int LOOK_MILLIS = 500;
    private static final long LOOK_NANOS = Duration.ofMillis(LOOK_MILLIS).toNanos();

    private final QueueSetting setting;
    private final Ticker ticker;
    private final Clock clock;
    private volatile @Nullable Look last;

    QueueSwitch(QueueSetting setting, Ticker ticker, Clock clock) {
        this.setting = setting;
        this.ticker = ticker;
        this.clock = clock;
    }

    /** Whether the queue is paused, as last read. */
    @Override
    public boolean getAsBoolean() {
        Look look = last;
        long now = ticker.nanos();
        if (look == null || now - look.atNanos > LOOK_NANOS) {
            look = new Look(state().paused(), now);
            last = look;
        }
        return look.paused;
    }

    /** The stored setting. */
    public QueueSetting.State state() {
        return setting.read();
    }

    /** Pauses or resumes the queue. */
    public void set(boolean paused) {
        setting.set(paused, clock.instant());
        last = new Look(paused, ticker.nanos());
    }

    private record Look(boolean paused, long atNanos) {}
}
