package io.eventjobs.worker.checkpoint;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.worker.execution.Execution;
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
 * The finished steps that one execution goes on from, and those that it finishes. What goes wrong with a checkpoint is
 * logged, and the step is done as if there were none. Not thread-safe: for the thread of the execution.
 */
public final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final CheckpointStore store;
    private final Execution execution;
    private final boolean useCache;
    /** Whether to try no more: an execution shall wait once for a store that does not answer, not at every step. */
    private boolean isStoreAway;

    Checkpoints(CheckpointStore store, Execution execution, boolean useCache) {
        this.store = store;
        this.execution = execution;
        this.useCache = useCache;
    }

    /** Names a result that only this job may use. */
    public CheckpointKey ofJob(CheckpointKey.Step step, List<String> inputs) {
        return CheckpointKey.ofJob(command().tenant(), command().jobId(), step, inputs);
    }

    /** Names a result that every job of the tenant may use. */
    public CheckpointKey shared(CheckpointKey.Step step, List<String> inputs) {
        return CheckpointKey.shared(command().tenant(), step, inputs);
    }

    /** The result of a step: as it was kept, or else of doing it, kept for whoever comes next. */
    public <T, V, X extends Exception> T resume(CheckpointKey key, CheckpointForm<T, V> form, StepWork<T, X> work)
            throws X, IOException, InterruptedException {
        return switch (earlier(key, form)) {
            case Earlier.Whole<T> whole -> {
                execution.log(
                        LogLine.Level.INFO,
                        title(key) + " re-used from a checkpoint of " + whole.createdAt() + ": " + form.subject());
                yield whole.result();
            }
            case Earlier.Nothing<T> nothing -> {
                T result = work.perform();
                if (form.isFinished(result)) {
                    keep(key, form, result, nothing.isInTheWay());
                }
                yield result;
            }
        };
    }

    private <T, V> Earlier<T> earlier(CheckpointKey key, CheckpointForm<T, V> form) throws InterruptedException {
        CheckpointStore.stopIfInterrupted();
        if (isStoreAway) {
            return new Earlier.Nothing<>(false);
        }
        try {
            Optional<CheckpointDocument> document = store.find(key);
            if (document.isEmpty()) {
                return new Earlier.Nothing<>(false);
            }
            return mayUse(document.get()) ? restored(key, form, document.get()) : new Earlier.Nothing<>(true);
        } catch (UnusableCheckpointException e) {
            cannotUse(key, e.fault());
        } catch (IOException e) {
            CheckpointStore.stopIfInterrupted();
            cannotUse(key, "it cannot be read to its end");
        } catch (ArtifactStoreException e) {
            storeIsAway(key, e);
        }
        return new Earlier.Nothing<>(true);
    }

    /** Without the cache, this run still goes on from what itself has done. */
    private boolean mayUse(CheckpointDocument document) {
        return useCache || document.isOf(command().jobId(), command().run());
    }

    private <T, V> Earlier<T> restored(CheckpointKey key, CheckpointForm<T, V> form, CheckpointDocument document)
            throws IOException, UnusableCheckpointException {
        V value = store.value(document, form.valueType());
        Path folder = Files.createTempDirectory(execution.workFolder(), "checkpoint-");
        try {
            T result = form.restored(value, store.files(key, document, folder));
            if (!form.isFinished(result)) {
                throw new UnusableCheckpointException("the step cannot go on from it");
            }
            return new Earlier.Whole<>(result, document.createdAt());
        } finally {
            delete(folder);
        }
    }

    private <T, V> void keep(CheckpointKey key, CheckpointForm<T, V> form, T result, boolean replaces)
            throws InterruptedException {
        if (isStoreAway) {
            return;
        }
        CheckpointStore.Kept kept = new CheckpointStore.Kept(form.value(result), form.files(result));
        try {
            store.keep(key, command(), kept, replaces);
        } catch (UnusableCheckpointException | IOException | UncheckedIOException | JacksonException e) {
            CheckpointStore.stopIfInterrupted();
            LOG.atWarn()
                    .addKeyValue("job_id", command().jobId())
                    .addKeyValue("checkpoint", key)
                    .setCause(e)
                    .log("A step's result is not kept");
        } catch (ArtifactStoreException e) {
            storeIsAway(key, e);
        }
    }

    private void cannotUse(CheckpointKey key, String why) {
        execution.log(
                LogLine.Level.WARNING, title(key) + " done again, for its checkpoint cannot be used: " + why + ".");
        LOG.atWarn()
                .addKeyValue("job_id", command().jobId())
                .addKeyValue("checkpoint", key)
                .addKeyValue("fault", why)
                .log("A checkpoint cannot be used");
    }

    private void storeIsAway(CheckpointKey key, ArtifactStoreException fault) throws InterruptedException {
        CheckpointStore.stopIfInterrupted();
        isStoreAway = true;
        execution.log(LogLine.Level.WARNING, "The object store failed; this execution goes on without checkpoints.");
        LOG.atWarn()
                .addKeyValue("job_id", command().jobId())
                .addKeyValue("checkpoint", key)
                .setCause(fault)
                .log("Object store failed at a checkpoint");
    }

    private JobCommand command() {
        return execution.command();
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
}
