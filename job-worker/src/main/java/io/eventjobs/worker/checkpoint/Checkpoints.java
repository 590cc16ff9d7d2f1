package io.eventjobs.worker.checkpoint;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.artifact.Source;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.worker.log.LogKeys;
import io.eventjobs.worker.usage.Sources;
import io.eventjobs.worker.usage.UsageLedger;
import io.eventjobs.worker.work.Execution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The checkpoints that one execution reads and writes. If reading or writing a checkpoint fails, the failure is logged and the step
 * computed as if there were none. Thread-safe, since an execution may compute several steps at once.
 */
public final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final CheckpointStore store;
    private final Execution execution;
    private final boolean useCache;
    /** Set after a failure of the store, so that an execution waits once for an unresponsive store and not at every step. */
    private volatile boolean isStoreUnavailable;

    Checkpoints(CheckpointStore store, Execution execution, boolean useCache) {
        this.store = store;
        this.execution = execution;
        this.useCache = useCache;
    }

    /** The tenant of the job. */
    public TenantId tenant() {
        return command().tenant();
    }

    /** Usage of the execution; addresses recorded in it during a step are stored with the result. */
    public UsageLedger usage() {
        return execution.usage();
    }

    /** A key for a result that only this job may use. */
    public CheckpointKey ofJob(CheckpointKey.Step step, List<String> inputs) {
        return CheckpointKey.ofJob(command().tenant(), command().jobId(), step, inputs);
    }

    /** A key for a result that all jobs of the tenant may use. */
    public CheckpointKey shared(CheckpointKey.Step step, List<String> inputs) {
        return CheckpointKey.shared(command().tenant(), step, inputs);
    }

    /** Returns the stored result of a step, or computes and stores it. */
    public <T, V, X extends Exception> T getOrCompute(
            CheckpointKey key, CheckpointCodec<T, V> codec, Computation<T, X> computation)
            throws X, IOException, InterruptedException {
        Entry<T, V> entry = new Entry<>(key, codec);
        return switch (entry.lookUp()) {
            case Lookup.Hit<V> hit -> entry.reuse(hit, computation);
            case Lookup.Miss<V> miss -> entry.compute(computation, miss.replaces());
        };
    }

    /** As {@link #getOrCompute}, but a result stored by another run is revalidated with its origin before use. */
    public <T, V, X extends Exception> T revalidate(
            CheckpointKey key, CheckpointCodec<T, V> codec, Revalidator<T, V, X> origin)
            throws X, IOException, InterruptedException {
        Entry<T, V> entry = new Entry<>(key, codec);
        return switch (entry.lookUp()) {
            case Lookup.Hit<V> hit -> hit.isOwn() ? entry.reuse(hit, origin) : entry.revalidate(hit, origin);
            case Lookup.Miss<V> miss -> entry.compute(origin, miss.replaces());
        };
    }

    /**
     * Whether the stored result belongs to this run. With the cache, results of the job's earlier unfinished runs belong to it, too;
     * without it, only those of this very run.
     */
    private boolean isOwn(CheckpointDocument document) {
        int firstRun = useCache ? command().firstRun() : command().run();
        return document.isOf(command().jobId(), firstRun, command().run());
    }

    /** A failure to store is logged only: this execution has its result, a later one will compute it again. */
    private void bestEffort(CheckpointKey key, StoreCall call) throws InterruptedException {
        if (isStoreUnavailable) {
            return;
        }
        try {
            call.run();
        } catch (UnusableCheckpointException | IOException | UncheckedIOException | JacksonException e) {
            CheckpointStore.stopIfInterrupted();
            LOG.atWarn()
                    .addKeyValue(LogKeys.JOB_ID, command().jobId())
                    .addKeyValue(LogKeys.CHECKPOINT, key)
                    .setCause(e)
                    .log("Result of a step not stored as a checkpoint");
        } catch (ArtifactStoreException e) {
            storeUnavailable(key, e);
        }
    }

    private void unusable(CheckpointKey key, String why) {
        execution.log(
                LogLine.Level.WARNING,
                title(key) + " computed again because its checkpoint cannot be used: " + why + ".");
        LOG.atWarn()
                .addKeyValue(LogKeys.JOB_ID, command().jobId())
                .addKeyValue(LogKeys.CHECKPOINT, key)
                .addKeyValue(LogKeys.FAULT, why)
                .log("Checkpoint cannot be used");
    }

    private void storeUnavailable(CheckpointKey key, ArtifactStoreException fault) throws InterruptedException {
        CheckpointStore.stopIfInterrupted();
        isStoreUnavailable = true;
        execution.log(LogLine.Level.WARNING, "The object store failed; this execution continues without checkpoints.");
        LOG.atWarn()
                .addKeyValue(LogKeys.JOB_ID, command().jobId())
                .addKeyValue(LogKeys.CHECKPOINT, key)
                .setCause(fault)
                .log("Object store failed at a checkpoint");
    }

    private void unreadable(CheckpointKey key) throws InterruptedException {
        CheckpointStore.stopIfInterrupted();
        unusable(key, "it ends too early");
    }

    private Sources sources() {
        return execution.usage().sources();
    }

    private CheckpointDocument.Run run() {
        return new CheckpointDocument.Run(command().jobId(), command().run());
    }

    private JobCommand command() {
        return execution.command();
    }

    private static String reused(CheckpointKey key, Lookup.Hit<?> hit) {
        return title(key) + " re-used from a checkpoint of " + hit.document().createdAt();
    }

    private static String title(CheckpointKey key) {
        String name = key.step().name();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.delete(folder);
    }

    /** The checkpoint of one step, which may not exist yet. */
    private final class Entry<T, V> {
        private final CheckpointKey key;
        private final CheckpointCodec<T, V> codec;

        private Entry(CheckpointKey key, CheckpointCodec<T, V> codec) {
            this.key = key;
            this.codec = codec;
        }

        private Lookup<V> lookUp() throws InterruptedException {
            CheckpointStore.stopIfInterrupted();
            if (isStoreUnavailable) {
                return new Lookup.Miss<>(false);
            }
            try {
                Optional<CheckpointDocument> document = store.find(key);
                if (document.isEmpty()) {
                    return new Lookup.Miss<>(false);
                }
                boolean isOwn = isOwn(document.get());
                if (isOwn || useCache) {
                    return new Lookup.Hit<>(document.get(), store.value(document.get(), codec.valueType()), isOwn);
                }
            } catch (UnusableCheckpointException e) {
                unusable(key, e.fault());
            } catch (IOException e) {
                unreadable(key);
            } catch (ArtifactStoreException e) {
                storeUnavailable(key, e);
            }
            return new Lookup.Miss<>(true);
        }

        private <X extends Exception> T reuse(Lookup.Hit<V> hit, Computation<T, X> computation)
                throws X, IOException, InterruptedException {
            Optional<T> result = decoded(hit);
            if (result.isEmpty()) {
                return compute(computation, true);
            }
            execution.log(LogLine.Level.INFO, reused(key, hit) + ": " + codec.subject());
            return result.get();
        }

        private <X extends Exception> T revalidate(Lookup.Hit<V> hit, Revalidator<T, V, X> origin)
                throws X, IOException, InterruptedException {
            List<Source> before = sources().all();
            return switch (origin.revalidate(hit.value(), store.age(hit.document()))) {
                case Revalidation.Valid<T> valid -> reuse(hit, valid, origin);
                case Revalidation.Replaced<T> replaced ->
                    save(replaced.result(), sources().allBut(before), true);
            };
        }

        private <X extends Exception> T reuse(
                Lookup.Hit<V> hit, Revalidation.Valid<T> valid, Computation<T, X> computation)
                throws X, IOException, InterruptedException {
            Optional<T> result = decoded(hit);
            if (result.isEmpty()) {
                return compute(computation, true);
            }
            boolean isStale = valid.confidence() == Revalidation.Confidence.STALE;
            execution.log(
                    isStale ? LogLine.Level.WARNING : LogLine.Level.INFO,
                    reused(key, hit) + ", " + valid.because() + ": " + codec.subject());
            bestEffort(key, () -> store.use(key, hit.document(), run(), valid.confidence()));
            return result.get();
        }

        private <X extends Exception> T compute(Computation<T, X> computation, boolean replaces)
                throws X, IOException, InterruptedException {
            List<Source> before = sources().all();
            T result = computation.compute();
            return save(result, sources().allBut(before), replaces);
        }

        private T save(T result, List<Source> sources, boolean replaces) throws InterruptedException {
            if (codec.isComplete(result)) {
                CheckpointStore.Result stored =
                        new CheckpointStore.Result(codec.encode(result), codec.files(result), sources);
                bestEffort(key, () -> store.save(key, command(), stored, replaces));
            }
            return result;
        }

        /** The verified result; empty, with the reason logged, if it cannot be used. */
        private Optional<T> decoded(Lookup.Hit<V> hit) throws InterruptedException {
            try {
                return Optional.of(decode(hit));
            } catch (UnusableCheckpointException e) {
                unusable(key, e.fault());
            } catch (IOException e) {
                unreadable(key);
            } catch (ArtifactStoreException e) {
                storeUnavailable(key, e);
            }
            return Optional.empty();
        }

        private T decode(Lookup.Hit<V> hit) throws IOException, UnusableCheckpointException {
            Path folder = Files.createTempDirectory(execution.workFolder(), "checkpoint-");
            try {
                T result = codec.decode(hit.value(), store.files(key, hit.document(), folder));
                if (!codec.isComplete(result)) {
                    throw new UnusableCheckpointException("the step cannot continue from it");
                }
                hit.document().sources().forEach(source -> sources().add(source.kept()));
                return result;
            } finally {
                delete(folder);
            }
        }
    }

    /** A write to the store. */
    private interface StoreCall {
        void run() throws UnusableCheckpointException, IOException, InterruptedException;
    }
}
