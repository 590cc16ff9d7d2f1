package io.eventjobs.standalone.cli.load;

import java.time.Duration;
import java.util.Optional;

/** Waits until the jobs of a load test are finished, and disturbs the server as little as it can meanwhile. */
final class Completion {
    /** Of the metrics, which are counters in memory. */
    private static final Duration METRICS_INTERVAL = Duration.ofMillis(250);
    /** Of the counts, for which the database reads rows. */
    private static final Duration MIN_COUNT_INTERVAL = Duration.ofSeconds(2);

    private final LoadedGateway gateway;
    private final Duration stalled;

    /** @param stalled if no job finishes for so long, the rest is given up */
    Completion(LoadedGateway gateway, Duration stalled) {
        this.gateway = gateway;
        this.stalled = stalled;
    }

    /**
     * Returns the metrics when all are finished, or when nothing has moved for too long.
     *
     * @param before read before the first of the jobs could finish
     * @param jobs number of accepted jobs
     */
    Optional<ServerMetrics> await(Optional<ServerMetrics> before, int jobs) throws InterruptedException {
        double target = before.flatMap(ServerMetrics::finishedJobs).orElse(0.0) + jobs;
        Optional<ServerMetrics> now = before;
        double finished = 0;
        long open = Long.MAX_VALUE;
        long progress = System.nanoTime();
        long nextCount = progress + MIN_COUNT_INTERVAL.toNanos();
        while (System.nanoTime() - progress < stalled.toNanos()) {
            now = gateway.metrics();
            Optional<Double> ends = now.flatMap(ServerMetrics::finishedJobs);
            if (ends.isPresent() && ends.get() >= target) {
                return now;
            }
            if (ends.orElse(0.0) > finished) {
                finished = ends.get();
                progress = System.nanoTime();
            }
            // Another gateway may have published the rest: its counters are not seen here.
            if (System.nanoTime() > nextCount) {
                long look = System.nanoTime();
                long counted = gateway.unfinished();
                long took = System.nanoTime() - look;
                if (counted == 0) {
                    return gateway.metrics();
                }
                progress = counted < open ? System.nanoTime() : progress;
                open = counted;
                // Counting a large backlog disturbs the measurement: it may take at most a fiftieth of the time.
                nextCount = System.nanoTime() + Math.max(MIN_COUNT_INTERVAL.toNanos(), 50 * took);
            }
            Thread.sleep(METRICS_INTERVAL);
        }
        return now;
    }
}
