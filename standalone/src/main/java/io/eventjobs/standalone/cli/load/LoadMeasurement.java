package io.eventjobs.standalone.cli.load;

import io.eventjobs.standalone.client.GatewayException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs the modes of a load test against a gateway. */
final class LoadMeasurement {
    /** If no job finishes for so long, the unfinished ones count as lost. */
    private static final Duration STALLED = Duration.ofSeconds(60);

    private static final Duration SETTLING = Duration.ofSeconds(15);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final LoadedGateway gateway;
    private final Load load;

    LoadMeasurement(LoadedGateway gateway, Load load) {
        this.gateway = gateway;
        this.load = load;
    }

    /** Runs jobs that are not measured. */
    void warmUp(int jobs) throws InterruptedException {
        if (jobs > 0) {
            Workload workload = load.workload(newEvent(), jobs);
            LoadRecorder recorder = new LoadRecorder();
            Optional<ServerMetrics> before = gateway.metrics();
            new Submission(gateway.client(), workload, recorder).byClients(load.clients());
            new Completion(gateway, STALLED).await(before, recorder.accepted());
        }
    }

    LoadReport run(Mode mode) throws InterruptedException {
        return switch (mode) {
            case ACCEPT, DRAIN -> onPausedQueue(mode);
            case STEADY -> steady();
        };
    }

    private LoadReport onPausedQueue(Mode mode) throws InterruptedException {
        awaitEmptyQueue();
        try (QueuePause queue = QueuePause.on(gateway)) {
            queue.pause();
            String event = newEvent();
            LoadRecorder recorder = new LoadRecorder();
            Optional<ServerMetrics> start = gateway.metrics();
            new Submission(gateway.client(), load.workload(event, load.jobs()), recorder).byClients(load.clients());
            Optional<ServerMetrics> stored = gateway.metrics();
            Instant resumed = queue.resume();
            Optional<ServerMetrics> end = new Completion(gateway, STALLED).await(stored, recorder.accepted());
            List<JobRow> rows = gateway.rows(event);
            Accepting accepting = recorder.accepting(cost(start, stored, recorder.accepted()));
            Work work = mode == Mode.ACCEPT
                    ? new Work(null, null)
                    : new Work(Working.sinceResume(resumed, rows), cost(stored, end, recorder.accepted()));
            return report(mode, start, recorder, rows, accepting, work);
        }
    }

    private LoadReport steady() throws InterruptedException {
        String event = newEvent();
        LoadRecorder recorder = new LoadRecorder();
        Optional<ServerMetrics> start = gateway.metrics();
        new Submission(gateway.client(), load.workload(event, load.jobs()), recorder).atRate(load.rate());
        Optional<ServerMetrics> end = new Completion(gateway, STALLED).await(start, recorder.accepted());
        List<JobRow> rows = gateway.rows(event);
        Work work = new Work(Working.sinceAccept(rows), cost(start, end, recorder.accepted()));
        return report(Mode.STEADY, start, recorder, rows, recorder.accepting(null), work);
    }

    private LoadReport report(
            Mode mode,
            Optional<ServerMetrics> start,
            LoadRecorder recorder,
            List<JobRow> rows,
            Accepting accepting,
            Work work)
            throws InterruptedException {
        return new LoadReport(
                mode.word(),
                new LoadReport.Setting(
                        load.batch(),
                        load.payloadBytes(),
                        mode == Mode.STEADY ? null : load.clients(),
                        mode == Mode.STEADY ? load.rate() : null,
                        start.flatMap(ServerMetrics::uptimeSeconds).orElse(null),
                        start.flatMap(ServerMetrics::finishedJobs).orElse(null)),
                recorder.accepted(),
                recorder.refusals(),
                recorder.firstRefusal(),
                recorder.outcome(rows),
                accepting,
                work.working(),
                work.server(),
                gateway.retained());
    }

    /** A drain is that of our jobs alone, and nobody's waiting job may be started by our resume. */
    private void awaitEmptyQueue() throws InterruptedException {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        for (long open = gateway.unfinished(); open > 0; open = gateway.unfinished()) {
            if (System.nanoTime() > deadline) {
                throw new GatewayException("the queue must be empty for accept and drain, but has " + open + " jobs");
            }
            Thread.sleep(POLL_INTERVAL);
        }
    }

    private static @Nullable ServerCost cost(Optional<ServerMetrics> before, Optional<ServerMetrics> after, int jobs) {
        return before.flatMap(from -> after.map(to -> ServerCost.between(from, to, jobs)))
                .orElse(null);
    }

    private static String newEvent() {
        return "load-" + UUID.randomUUID();
    }

    private record Work(@Nullable Working working, @Nullable ServerCost server) {}
}
