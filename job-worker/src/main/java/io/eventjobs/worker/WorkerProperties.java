package io.eventjobs.worker;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a worker works ({@code event-jobs.worker.*}). The start fails on values out of range and names them.
 *
 * @param slots jobs at once, 1 to 1,000
 * @param intakeConsumers share consumers that fetch commands, 1 to 16; one does a few hundred claims a second
 * @param claimTimeout a claim that is not answered for so long is dropped and its slot freed; 100 ms at least, as every time here but grace
 * @param heartbeat at least so often a running job reports; never less often than a third of the lease
 * @param presence so often the worker says that it is there
 * @param grace when the worker is stopped, jobs that end by themselves within this are not interrupted
 * @param drain after the grace, how long handing back may take
 * @param stepLimit longest time of one step of a job
 * @param jobLimit longest time of one job
 * @param partPatience so long a session waits for slides whose host asks it to wait, before it does without them; 0 for not at all
 * @param workFolder where executions have their folders; the temporary folder of the system unless set
 * @param allowedPrivateHosts hosts that may be fetched though they are not public, by name
 * @param contact who operates this worker, for the User-Agent: an address of a page or a mailbox
 */
@Validated
@ConfigurationProperties("event-jobs.worker")
public record WorkerProperties(
        @DefaultValue("8") @Min(1) @Max(1_000) int slots,
        @DefaultValue("2") @Min(1) @Max(16) int intakeConsumers,
        @DefaultValue("10s") @DurationMin(millis = 100) Duration claimTimeout,
        @DefaultValue("5s") @DurationMin(millis = 100) Duration heartbeat,
        @DefaultValue("2s") @DurationMin(millis = 100) Duration presence,
        @DefaultValue("5s") @DurationMin Duration grace,
        @DefaultValue("20s") @DurationMin(millis = 100) Duration drain,
        @DefaultValue("30m") @DurationMin(seconds = 1) Duration stepLimit,
        @DefaultValue("2h") @DurationMin(seconds = 1) Duration jobLimit,
        @DefaultValue("2m") @DurationMin Duration partPatience,
        @Nullable Path workFolder,
        @DefaultValue List<String> allowedPrivateHosts,
        @Nullable String contact) {}
