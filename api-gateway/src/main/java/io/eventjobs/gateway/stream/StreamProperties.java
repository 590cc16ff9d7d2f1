package io.eventjobs.gateway.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of live updates ({@code event-jobs.streams.*}).
 *
 * @param maxOpen maximum number of open streams of one gateway
 * @param maxPerCaller maximum number of open streams of one caller at one gateway
 * @param maxUnsent number of events that may wait for a slow reader before its stream is ended
 * @param window size of the recent events that a gateway keeps in memory, from which streams begin without reading the topic again
 */
@Validated
@ConfigurationProperties("event-jobs.streams")
record StreamProperties(
        @DefaultValue("5000") @Min(1) @Max(100_000) int maxOpen,
        @DefaultValue("3000") @Min(1) @Max(100_000) int maxPerCaller,
        @DefaultValue("1000") @Min(16) @Max(10_000) int maxUnsent,
        @DefaultValue("8MB") DataSize window) {}
