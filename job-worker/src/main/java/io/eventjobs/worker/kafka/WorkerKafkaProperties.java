package io.eventjobs.worker.kafka;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a worker talks with gateways ({@code event-jobs.worker.*}). The start fails on values out of range and names them.
 *
 * @param intakeConsumers share consumers that fetch commands, 1 to 16; one does a few hundred claims a second
 * @param presenceInterval so often the worker says that it is there; 100 ms at least
 */
@Validated
@ConfigurationProperties("event-jobs.worker")
record WorkerKafkaProperties(
        @DefaultValue("2") @Min(1) @Max(16) int intakeConsumers,
        @DefaultValue("2s") @DurationMin(millis = 100) Duration presenceInterval) {}
