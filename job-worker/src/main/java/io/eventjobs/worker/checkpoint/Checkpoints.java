package io.eventjobs.worker.checkpoint;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.artifact.Source;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.worker.usage.Sources;
import io.eventjobs.worker.usage.UsageLedger;
import io.eventjobs.worker.work.Execution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The checkpoints that one execution reads and writes. If reading or writing a checkpoint fails, the failure is logged and the step
 * computed as if there were none. Thread-safe, since an execution may compute several steps at once.
 */
public final class Checkpoints {
    private static final Revalidation.Valid<?> SHARED =
            new Revalidation.Valid<>(Revalidation.Confidence.FRESH, "another job got it at the same moment");

    private final CheckpointStore store;
    private final Execution execution;
    private final CheckpointLog log;
    private final boolean useCache;
    /** Set after a failure of the store, so that an execution waits once for an unresponsive store and not at every step. */
    private volatile boolean isStoreUnavailable;

    Checkpoints(CheckpointStore store, Execution execution, boolean useCache) {
        this.store = store;
        this.execution = execution;
        this.log = new CheckpointLog(execution);
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

    /**
     * As {@link #getOrCompute}, but a result stored by another run is revalidated with its origin before use. Executions that compute it at
     * the same moment share one computation: the others wait for it.
     */
    public <T, V, X extends Exception> T revalidate(
            CheckpointKey key, CheckpointCodec<T, V> codec, Revalidator<T, V, X> origin)
            throws X, IOException, InterruptedException {
        Entry<T, V> entry = new Entry<>(key, codec);
        if (!useCache) {
            return entry.revalidate(origin, null);
        }
        Instant arrival = store.now();
        try (Turns.Turn turn = store.turn(key);
                StoredTurns.Turn stored = storedTurn(key)) {
            Instant waitedFor = stored == null ? null : stored.waitedFor();
            return entry.revalidate(origin, waitedFor == null && turn.hasWaited() ? arrival : waitedFor);
        }
    }

    /** Without a turn the step is done all the same, perhaps by two workers at once. */
    private StoredTurns.@Nullable Turn storedTurn(CheckpointKey key) throws InterruptedException {
        if (isStoreUnavailable) {
            return null;
        }
        try {
            return store.storedTurn(key, command().jobId());
        } catch (ArtifactStoreException e) {
            storeUnavailable(key, e);
            return null;
        }
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
            log.notStored(key, e);
        } catch (ArtifactStoreException e) {
            storeUnavailable(key, e);
        }
    }

    private void storeUnavailable(CheckpointKey key, ArtifactStoreException fault) throws InterruptedException {
        CheckpointStore.stopIfInterrupted();
        isStoreUnavailable = true;
        log.storeFailed(key, fault);
    }

    private void unreadable(CheckpointKey key) throws InterruptedException {
        CheckpointStore.stopIfInterrupted();
        log.unusable(key, "it ends too early");
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
                log.unusable(key, e.fault());
            } catch (IOException e) {
                unreadable(key);
            } catch (ArtifactStoreException e) {
                storeUnavailable(key, e);
            }
            return new Lookup.Miss<>(true);
        }

        /** @param waitedSince what was stored or confirmed since then is as new as a request of this execution; null for nothing */
        private <X extends Exception> T revalidate(Revalidator<T, V, X> origin, @Nullable Instant waitedSince)
                throws X, IOException, InterruptedException {
            return switch (lookUp()) {
                case Lookup.Hit<V> hit -> {
                    if (hit.isOwn()) {
                        yield reuse(hit, origin);
                    }
                    yield waitedSince != null && hit.document().isValidSince(waitedSince)
                            ? reuse(hit, SHARED, origin)
                            : revalidate(hit, origin);
                }
                case Lookup.Miss<V> miss -> compute(origin, miss.replaces());
            };
        }

        private <X extends Exception> T reuse(Lookup.Hit<V> hit, Computation<T, X> computation)
                throws X, IOException, InterruptedException {
            Optional<T> result = decoded(hit);
            if (result.isEmpty()) {
                return compute(computation, true);
            }
            log.reused(key, hit.document(), codec.subject());
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
                Lookup.Hit<V> hit, Revalidation.Valid<?> valid, Computation<T, X> computation)
                throws X, IOException, InterruptedException {
            Optional<T> result = decoded(hit);
            if (result.isEmpty()) {
                return compute(computation, true);
            }
            log.reused(key, hit.document(), valid, codec.subject());
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
                log.unusable(key, e.fault());
            } catch (IOException e) {
                unreadable(key);
            } catch (ArtifactStoreException e) {
                storeUnavailable(key, e);
            }
            return Optional.empty();
        }

        private T decode(Lookup.Hit<V> hit) throws IOException, InterruptedException, UnusableCheckpointException {
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
