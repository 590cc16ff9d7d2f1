package io.eventjobs.worker.checkpoint;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.NoopParameters;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.worker.session.fixture.RecordedExecution;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Executions with a single step, on an in-memory store; counts how often the step is computed. */
final class CheckpointHarness {
    static final Instant NOW = Instant.parse("2026-05-01T10:00:00.123Z");
    static final CheckpointKey.Step STEP = new CheckpointKey.Step("text", 1);

    final InMemoryArtifactStore store;
    private final Path folder;
    private final AtomicInteger done;
    private final CheckpointStore checkpointStore;

    CheckpointHarness(Path folder) {
        this(folder, CheckpointLimits.DEFAULT);
    }

    CheckpointHarness(Path folder, CheckpointLimits limits) {
        this(folder, limits, new InMemoryArtifactStore(), new AtomicInteger(), NOW);
    }

    private CheckpointHarness(
            Path folder, CheckpointLimits limits, InMemoryArtifactStore store, AtomicInteger done, Instant now) {
        this.folder = folder;
        this.store = store;
        this.done = done;
        this.checkpointStore = new CheckpointStore(store, Clock.fixed(now, ZoneOffset.UTC), limits);
    }

    /** Another worker with the same store, and with a clock that is ahead. */
    CheckpointHarness otherWorker(Duration ahead) {
        return new CheckpointHarness(folder, CheckpointLimits.DEFAULT, store, done, NOW.plus(ahead));
    }

    /** How often the step was computed. */
    int done() {
        return done.get();
    }

    /** An execution of the first run of {@code job-1} of {@code acme}, with cache. */
    Step step() {
        return new Step("acme", "job-1", 1, true, STEP);
    }

    final class Step {
        private final CheckpointKey.Step step;
        private final RecordedExecution execution;
        private final Checkpoints checkpoints;

        private Step(String tenant, String job, int run, boolean useCache, CheckpointKey.Step step) {
            this.step = step;
            this.execution = new RecordedExecution(
                    new JobCommand(
                            new JobId(job),
                            new TenantId(tenant),
                            null,
                            1,
                            run,
                            null,
                            1,
                            null,
                            Duration.ofSeconds(30),
                            new NoopParameters(null, 0)),
                    folder);
            this.checkpoints = checkpointStore.of(execution, useCache);
        }

        Step ofTenant(String tenant) {
            return new Step(tenant, job(), run(), true, step);
        }

        Step ofJob(String job) {
            return new Step(tenant(), job, run(), true, step);
        }

        Step inRun(int run) {
            return new Step(tenant(), job(), run, true, step);
        }

        Step withoutCache() {
            return new Step(tenant(), job(), run(), false, step);
        }

        Step ofVersion(int version) {
            return new Step(tenant(), job(), run(), true, new CheckpointKey.Step(step.name(), version));
        }

        CheckpointKey key() {
            return checkpoints.shared(step, List.of("input"));
        }

        List<String> log() {
            return execution.log();
        }

        /** Gets the stored result of the step, or computes this one. */
        StoredText getOrCompute(String text, String... contents) throws IOException, InterruptedException {
            return getOrCompute(() -> StoredText.of(folder, text, contents));
        }

        StoredText getOrCompute(Computation<StoredText, RuntimeException> computation)
                throws IOException, InterruptedException {
            return checkpoints.getOrCompute(key(), new StoredText.Codec(folder), () -> {
                done.incrementAndGet();
                return computation.compute();
            });
        }

        /** As {@link #getOrCompute(Computation)}; whatever another run stored has to be asked for, and is out of date. */
        StoredText revalidated(Computation<StoredText, RuntimeException> computation)
                throws IOException, InterruptedException {
            return checkpoints.revalidate(key(), new StoredText.Codec(folder), Revalidating.outdated(() -> {
                done.incrementAndGet();
                return computation.compute();
            }));
        }

        private String tenant() {
            return execution.command().tenant().value();
        }

        private String job() {
            return execution.command().jobId().value();
        }

        private int run() {
            return execution.command().run();
        }
    }
}
