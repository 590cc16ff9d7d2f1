package io.eventjobs.benchmarks.peers;

import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Stores jobs, starts the scheduler, and measures until the last job is recorded as done. */
final class DrainMeasurement {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Peer peer;
    private final long postgres;
    private final int payloadBytes;

    /** @param postgres process id of PostgreSQL's first process */
    DrainMeasurement(Peer peer, long postgres, int payloadBytes) {
        this.peer = peer;
        this.postgres = postgres;
        this.payloadBytes = payloadBytes;
    }

    Drain of(int jobs) throws InterruptedException {
        long storing = System.nanoTime();
        peer.store(() -> payloads(jobs));
        double stored = (System.nanoTime() - storing) / 1e9;
        AtomicLong executions = new AtomicLong();
        AtomicLong first = new AtomicLong();
        Duration cpu = cpu();
        long start = System.nanoTime();
        Peer.Running running = peer.start(() -> {
            if (executions.getAndIncrement() == 0) {
                first.set(System.nanoTime());
            }
        });
        try {
            while (executions.get() < jobs || peer.unfinished() > 0) {
                if (System.nanoTime() - start > LIMIT.toNanos()) {
                    throw new IllegalStateException(executions + " of " + jobs + " jobs within " + LIMIT);
                }
                Thread.sleep(executions.get() < jobs ? 10 : 1);
            }
            double seconds = (System.nanoTime() - first.get()) / 1e9;
            double cpuMillis = cpu().minus(cpu).toMillis();
            return new Drain(
                    jobs, rounded(jobs / stored), rounded(jobs / seconds), rounded(cpuMillis / jobs), executions.get());
        } finally {
            running.close();
        }
    }

    private Iterator<String> payloads(int jobs) {
        return IntStream.range(0, jobs).mapToObj(this::payload).iterator();
    }

    private String payload(int number) {
        byte[] bytes = new byte[payloadBytes];
        new Random(number).nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes).substring(0, payloadBytes);
    }

    private Duration cpu() {
        Duration all = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return ProcessHandle.of(postgres).stream()
                .flatMap(ProcessHandle::descendants)
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(all, Duration::plus);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
