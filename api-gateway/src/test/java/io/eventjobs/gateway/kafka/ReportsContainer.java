package io.eventjobs.gateway.kafka;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.springframework.kafka.listener.MessageListenerContainer;

/** A container that runs once it is started, and hears of nothing. */
final class ReportsContainer implements MessageListenerContainer {
    private boolean running;

    @Override
    public void setupMessageListener(Object messageListener) {
        throw new UnsupportedOperationException("no test needs it");
    }

    @Override
    public Map<String, Map<MetricName, ? extends Metric>> metrics() {
        return Map.of();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
