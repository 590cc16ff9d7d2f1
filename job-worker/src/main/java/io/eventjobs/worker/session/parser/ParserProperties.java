package io.eventjobs.worker.session.parser;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The processes in which a worker reads documents ({@code event-jobs.worker.parser.*}).
 *
 * @param processes maximum number of them, hence of documents that are read at once, 1 to 256; the number of processors unless set
 * @param maxHeap maximum heap of a process, 64 MB to 16 GB: a file that needs more is left out
 * @param timeout a file that takes longer is left out; 1 s to 30 min
 * @param maxFiles a process is replaced after so many files, 1 to 10,000
 * @param maxIdleSize a process that occupies more memory than this after a file is replaced, from 64 MB
 */
@Validated
@ConfigurationProperties("event-jobs.worker.parser")
public record ParserProperties(
        @Nullable @Min(1) @Max(256) Integer processes,
        @DefaultValue("512MB") DataSize maxHeap,
        @DefaultValue("10m") @DurationMin(seconds = 1) @DurationMax(minutes = 30) Duration timeout,
        @DefaultValue("100") @Min(1) @Max(10_000) int maxFiles,
        @DefaultValue("400MB") DataSize maxIdleSize) {
    private static final DataSize MIN_SIZE = DataSize.ofMegabytes(64);
    private static final DataSize MAX_HEAP = DataSize.ofGigabytes(16);

    public ParserProperties {
        if (maxHeap.compareTo(MIN_SIZE) < 0 || maxHeap.compareTo(MAX_HEAP) > 0) {
            throw new IllegalArgumentException("event-jobs.worker.parser.max-heap must be between 64 MB and 16 GB");
        }
        if (maxIdleSize.compareTo(MIN_SIZE) < 0) {
            throw new IllegalArgumentException("event-jobs.worker.parser.max-idle-size must be at least 64 MB");
        }
    }

    ParserLimits limits() {
        return new ParserLimits(
                processes == null ? Runtime.getRuntime().availableProcessors() : processes,
                maxHeap.toBytes(),
                timeout,
                maxFiles,
                maxIdleSize.toBytes());
    }
}
