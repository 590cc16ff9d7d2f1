package io.eventjobs.worker.checkpoint;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.artifact.Source;
import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.worker.background.Ticker;
import io.eventjobs.worker.work.Execution;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores checkpoints as objects. The parts of a checkpoint are stored first, under their hashes, and then the document that names them, so
 * a checkpoint is either absent or complete, never a mixture of two. Thread-safe.
 */
public final class CheckpointStore {
    private static final String JSON = "application/json";
    private static final String PART = "application/octet-stream";
    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    private final ArtifactStore store;
    private final Clock clock;
    private final CheckpointLimits limits;
    private final JsonMapper mapper = WireFormat.mapper();
    private final Turns turns = new Turns(MAX_WAIT);
    private final StoredTurns storedTurns;

    public CheckpointStore(ArtifactStore store, Clock clock) {
        this(store, clock, CheckpointLimits.DEFAULT);
    }

    public CheckpointStore(ArtifactStore store, Clock clock, CheckpointLimits limits) {
        this(store, clock, limits, new StoredTurns(store, clock, Ticker.SYSTEM, Thread::sleep));
    }

    CheckpointStore(ArtifactStore store, Clock clock, CheckpointLimits limits, StoredTurns storedTurns) {
        this.store = store;
        this.clock = clock;
        this.limits = limits;
        this.storedTurns = storedTurns;
    }

    /**
     * The checkpoints of one execution.
     *
     * @param useCache whether checkpoints of other runs and jobs may be used
     */
    public Checkpoints of(Execution execution, boolean useCache) {
        return new Checkpoints(this, execution, useCache);
    }

    /** The document, after checking its format and hash; empty if there is none. */
    Optional<CheckpointDocument> find(CheckpointKey key) throws IOException, UnusableCheckpointException {
        byte[] content;
        try (InputStream in = store.open(key.document())) {
            content = in.readNBytes(limits.documentBytes() + 1);
        } catch (ObjectMissingException e) {
            return Optional.empty();
        }
        CheckpointDocument document = document(content);
        document.requireFit(key, limits);
        return Optional.of(document);
    }

    Turns.Turn turn(CheckpointKey key) throws InterruptedException {
        return turns.take(key);
    }

    StoredTurns.Turn storedTurn(CheckpointKey key, JobId job) throws InterruptedException {
        return storedTurns.take(key, job);
    }

    Revalidator.Age age(CheckpointDocument document) {
        return document.age(now());
    }

    /** Records that a run uses the checkpoint, so that the run does not validate it again. */
    void use(
            CheckpointKey key,
            CheckpointDocument document,
            CheckpointDocument.Run by,
            Revalidation.Confidence confidence) {
        boolean confirmed = confidence == Revalidation.Confidence.VALIDATED;
        CheckpointDocument used = document.usedBy(by, confirmed ? now() : null);
        store.put(key.document(), mapper.writeValueAsBytes(used), JSON);
    }

    <V> V value(CheckpointDocument document, Class<V> type) throws UnusableCheckpointException {
        try {
            V value = mapper.treeToValue(document.value(), type);
            if (value == null) {
                throw new UnusableCheckpointException("its value is empty");
            }
            return value;
        } catch (JacksonException e) {
            throw new UnusableCheckpointException("its value has another shape", e);
        }
    }

    /** Writes the files of a checkpoint to a folder and verifies their sizes and hashes. */
    List<Path> files(CheckpointKey key, CheckpointDocument document, Path folder)
            throws IOException, UnusableCheckpointException {
        List<Path> files = new ArrayList<>();
        for (CheckpointDocument.Part part : document.parts()) {
            Path file = folder.resolve("part-" + (files.size() + 1));
            files.add(file);
            copy(key.part(part.sha256()), part, file);
        }
        return files;
    }

    /**
     * Stores a result unless a checkpoint exists already.
     *
     * @param replaces whether an existing checkpoint is replaced
     * @throws UnusableCheckpointException if the result exceeds the limits
     */
    void save(CheckpointKey key, JobCommand maker, Result result, boolean replaces)
            throws IOException, InterruptedException, UnusableCheckpointException {
        CheckpointDocument document = document(key, maker, result);
        byte[] content = mapper.writeValueAsBytes(document);
        document.requireFit(key, limits);
        requireFit(content);
        for (int i = 0; i < result.files().size(); i++) {
            stopIfInterrupted();
            // Existing parts are overwritten too: they may be damaged, and the hash in their key determines the
            // content.
            store.put(key.part(document.parts().get(i).sha256()), result.files().get(i), PART);
        }
        stopIfInterrupted();
        if (replaces) {
            store.put(key.document(), content, JSON);
        } else {
            store.putIfAbsent(key.document(), content, JSON);
        }
    }

    static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("at a checkpoint");
        }
    }

    private void requireFit(byte[] document) throws UnusableCheckpointException {
        if (document.length > limits.documentBytes()) {
            throw new UnusableCheckpointException("its document is too large");
        }
    }

    private CheckpointDocument document(byte[] content) throws UnusableCheckpointException {
        requireFit(content);
        try {
            CheckpointDocument document = mapper.readValue(content, CheckpointDocument.class);
            if (document == null || !document.valueSha256().equals(hash(document.value()))) {
                throw new UnusableCheckpointException("its value does not have the hash that it is kept with");
            }
            return document;
        } catch (JacksonException e) {
            throw new UnusableCheckpointException("its document cannot be read", e);
        }
    }

    private CheckpointDocument document(CheckpointKey key, JobCommand maker, Result result) throws IOException {
        JsonNode value = mapper.valueToTree(result.value());
        List<CheckpointDocument.Part> parts = new ArrayList<>();
        for (Path file : result.files()) {
            parts.add(new CheckpointDocument.Part(Files.size(file), Sha256.of(file)));
        }
        return new CheckpointDocument(
                CheckpointDocument.VERSION,
                key.step().toString(),
                key.inputs(),
                maker.jobId(),
                maker.run(),
                now(),
                null,
                List.of(),
                value,
                hash(value),
                result.sources(),
                parts);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private String hash(JsonNode value) {
        return Sha256.of(mapper.writeValueAsBytes(value));
    }

    private void copy(String key, CheckpointDocument.Part part, Path file)
            throws IOException, UnusableCheckpointException {
        try (InputStream in = store.open(key);
                OutputStream out = Files.newOutputStream(file)) {
            // Reading one byte more than expected detects a file that is too long.
            String hash = Sha256.ofCopied(in, out, part.bytes() + 1);
            if (!hash.equals(part.sha256()) || Files.size(file) != part.bytes()) {
                throw new UnusableCheckpointException(
                        "a file does not have the size and the hash that it is kept with");
            }
        } catch (ObjectMissingException e) {
            throw new UnusableCheckpointException("a file is missing", e);
        }
    }

    /** An encoded result, with the addresses read for it. */
    record Result(Object value, List<Path> files, List<Source> sources) {}
}
