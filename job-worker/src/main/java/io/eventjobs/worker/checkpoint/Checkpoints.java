package io.eventjobs.worker.checkpoint;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.artifact.Source;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.worker.usage.Account;
import io.eventjobs.worker.usage.Sources;
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
 * The finished steps that one execution goes on from, and those that it finishes. What goes wrong with a checkpoint is
 * logged, and the step is done as if there were none. Thread-safe: several
 * threads of an execution may have steps done at once.
 */
public final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final CheckpointStore store;
    private final Execution execution;
    private final boolean useCache;
    /** Whether to try no more: an execution shall wait once for a store that does not answer, not at every step. */
    private volatile boolean isStoreAway;

    Checkpoints(CheckpointStore store, Execution execution, boolean useCache) {
        this.store = store;
        this.execution = execution;
        this.useCache = useCache;
    }

    /** Whose job it is. */
    public TenantId tenant() {
        return command().tenant();
    }

    /** What the execution reads and uses; what was read for a result is kept with it. */
    public Account account() {
        return execution.account();
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
            case Earlier.Kept<V> kept -> reused(key, form, kept, work);
            case Earlier.Nothing<V> nothing -> done(key, form, work, nothing.isInTheWay());
        };
    }

    /** As {@link #resume(CheckpointKey, CheckpointForm, StepWork)}, where what another run made is inquired about first. */
    public <T, V, X extends Exception> T resume(
            CheckpointKey key, CheckpointForm<T, V> form, Inquiry<T, V, X> inquiry, StepWork<T, X> work)
            throws X, IOException, InterruptedException {
        return switch (earlier(key, form)) {
            case Earlier.Kept<V> kept ->
                kept.isOwn() ? reused(key, form, kept, work) : inquired(key, form, kept, inquiry, work);
            case Earlier.Nothing<V> nothing -> done(key, form, work, nothing.isInTheWay());
        };
    }

    private <T, V, X extends Exception> T inquired(
            CheckpointKey key,
            CheckpointForm<T, V> form,
            Earlier.Kept<V> kept,
            Inquiry<T, V, X> inquiry,
            StepWork<T, X> work)
            throws X, IOException, InterruptedException {
        List<Source> before = sources().all();
        return switch (inquiry.ask(kept.value(), store.age(kept.document()))) {
            case Verdict.Holds<T> holds -> heldOn(key, form, kept, holds, work);
            case Verdict.Changed<T> changed ->
                kept(key, form, changed.result(), sources().allBut(before), true);
        };
    }

    private <T, V, X extends Exception> T reused(
            CheckpointKey key, CheckpointForm<T, V> form, Earlier.Kept<V> kept, StepWork<T, X> work)
            throws X, IOException, InterruptedException {
        Optional<T> result = restored(key, form, kept);
        if (result.isEmpty()) {
            return done(key, form, work, true);
        }
        execution.log(LogLine.Level.INFO, reuse(key, kept) + ": " + form.subject());
        return result.get();
    }

    private <T, V, X extends Exception> T heldOn(
            CheckpointKey key,
            CheckpointForm<T, V> form,
            Earlier.Kept<V> kept,
            Verdict.Holds<T> holds,
            StepWork<T, X> work)
            throws X, IOException, InterruptedException {
        Optional<T> result = restored(key, form, kept);
        if (result.isEmpty()) {
            return done(key, form, work, true);
        }
        boolean isSure = holds.knowledge() != Verdict.Knowledge.UNCONFIRMED;
        execution.log(
                isSure ? LogLine.Level.INFO : LogLine.Level.WARNING,
                reuse(key, kept) + ", " + holds.because() + ": " + form.subject());
        quietly(key, () -> store.use(key, kept.document(), run(), holds.knowledge()));
        return result.get();
    }

    private <T, V, X extends Exception> T done(
            CheckpointKey key, CheckpointForm<T, V> form, StepWork<T, X> work, boolean isInTheWay)
            throws X, IOException, InterruptedException {
        List<Source> before = sources().all();
        T result = work.perform();
        return kept(key, form, result, sources().allBut(before), isInTheWay);
    }

    private <T, V> T kept(
            CheckpointKey key, CheckpointForm<T, V> form, T result, List<Source> sources, boolean isInTheWay)
            throws InterruptedException {
        if (form.isFinished(result)) {
            CheckpointStore.Kept kept = new CheckpointStore.Kept(form.value(result), form.files(result), sources);
            quietly(key, () -> store.keep(key, command(), kept, isInTheWay));
        }
        return result;
    }

    private <T, V> Earlier<V> earlier(CheckpointKey key, CheckpointForm<T, V> form) throws InterruptedException {
        CheckpointStore.stopIfInterrupted();
        if (isStoreAway) {
            return new Earlier.Nothing<>(false);
        }
        try {
            Optional<CheckpointDocument> document = store.find(key);
            if (document.isEmpty()) {
                return new Earlier.Nothing<>(false);
            }
            // Without the cache, this run still goes on from what itself has done; with it, from what earlier ones have
            // that
            // did not come to their end, too.
            boolean isOwn = document.get()
                    .isOf(
                            command().jobId(),
                            useCache ? command().firstRun() : command().run(),
                            command().run());
            if (isOwn || useCache) {
                return new Earlier.Kept<>(document.get(), store.value(document.get(), form.valueType()), isOwn);
            }
        } catch (UnusableCheckpointException e) {
            cannotUse(key, e.fault());
        } catch (IOException e) {
            cannotRead(key);
        } catch (ArtifactStoreException e) {
            storeIsAway(key, e);
        }
        return new Earlier.Nothing<>(true);
    }

    /** Whole and verified, or empty, which was said. */
    private <T, V> Optional<T> restored(CheckpointKey key, CheckpointForm<T, V> form, Earlier.Kept<V> kept)
            throws InterruptedException {
        try {
            return Optional.of(restoredFrom(key, form, kept));
        } catch (UnusableCheckpointException e) {
            cannotUse(key, e.fault());
        } catch (IOException e) {
            cannotRead(key);
        } catch (ArtifactStoreException e) {
            storeIsAway(key, e);
        }
        return Optional.empty();
    }

    private <T, V> T restoredFrom(CheckpointKey key, CheckpointForm<T, V> form, Earlier.Kept<V> kept)
            throws IOException, UnusableCheckpointException {
        Path folder = Files.createTempDirectory(execution.workFolder(), "checkpoint-");
        try {
            T result = form.restored(kept.value(), store.files(key, kept.document(), folder));
            if (!form.isFinished(result)) {
                throw new UnusableCheckpointException("the step cannot go on from it");
            }
            kept.document().sources().forEach(source -> sources().add(source.kept()));
            return result;
        } finally {
            delete(folder);
        }
    }

    /** What cannot be kept is done again by whoever comes next; this execution has it. */
    private void quietly(CheckpointKey key, Keeping keeping) throws InterruptedException {
        if (isStoreAway) {
            return;
        }
        try {
            keeping.keep();
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

    private void cannotRead(CheckpointKey key) throws InterruptedException {
        CheckpointStore.stopIfInterrupted();
        cannotUse(key, "it cannot be read to its end");
    }

    private Sources sources() {
        return execution.account().sources();
    }

    private CheckpointDocument.Run run() {
        return new CheckpointDocument.Run(command().jobId(), command().run());
    }

    private JobCommand command() {
        return execution.command();
    }

    private static String reuse(CheckpointKey key, Earlier.Kept<?> kept) {
        return title(key) + " re-used from a checkpoint of " + kept.document().createdAt();
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

    /** Puts something into the store. */
    private interface Keeping {
        void keep() throws UnusableCheckpointException, IOException, InterruptedException;
    }
}
