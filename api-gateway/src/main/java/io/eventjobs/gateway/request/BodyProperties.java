package io.eventjobs.gateway.request;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Bodies of requests ({@code event-jobs.bodies.*}).
 *
 * @param maxMemory how much memory all bodies that are being read or worked on may take; an eighth of the heap if null
 */
@ConfigurationProperties("event-jobs.bodies")
record BodyProperties(@Nullable DataSize maxMemory) {
    BodyProperties {
        if (maxMemory != null && maxMemory.toMegabytes() < 1) {
            throw new IllegalArgumentException("event-jobs.bodies.max-memory must be at least 1MB");
        }
    }

    long bytes(long heap) {
        return maxMemory == null ? heap / 8 : maxMemory.toBytes();
    }
}
