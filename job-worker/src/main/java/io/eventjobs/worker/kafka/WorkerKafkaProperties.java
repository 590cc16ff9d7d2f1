package io.eventjobs.worker.kafka;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a worker communicates with gateways ({@code event-jobs.worker.*}). Values out of range prevent the start, with a message that names
 * them.
 *
 * @param intakeConsumers share consumers that fetch commands, 1 to 16; each handles a few hundred claims a second
 * @param presenceInterval interval at which the worker announces itself; at least 100 ms
 * @param exitWhenIdle time without a job after which the process drains and ends; null: it runs until it is stopped
 */
@Validated
@ConfigurationProperties("event-jobs.worker")
record WorkerKafkaProperties(
        @DefaultValue("2") @Min(1) @Max(16) int intakeConsumers,
        @DefaultValue("2s") @DurationMin(millis = 100) Duration presenceInterval,
        @DurationMin(seconds = 1) @Nullable Duration exitWhenIdle) {}
