package io.eventjobs.worker.session.translation;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.model.artifact.SafeName;
import io.eventjobs.model.job.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the glossary of an event: the tenant's own in the bucket, {@code {tenant}/glossaries/{event}.yaml}, else that of the
 * operator in a folder, {@code {event}.yaml}. The event's name is made safe as for paths. Thread-safe.
 */
public final class Glossaries {
    private final ArtifactStore store;
    private final @Nullable Path folder;

    /** @param folder null if there is none */
    public Glossaries(ArtifactStore store, @Nullable Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** The glossary of an event; empty if there is none, or, with a warning, if it cannot be read. */
    public Glossary find(TenantId tenant, String event, Consumer<String> warnings) throws IOException {
        byte[] content = content(tenant, SafeName.of(event, "event") + ".yaml");
        if (content == null) {
            return Glossary.NONE;
        }
        try {
            return Glossary.read(content);
        } catch (Glossary.GlossaryException e) {
            warnings.accept("The glossary of the event is not used: " + e.getMessage() + ".");
            return Glossary.NONE;
        }
    }

    private byte @Nullable [] content(TenantId tenant, String name) throws IOException {
        try (InputStream in = store.open(tenant + "/glossaries/" + name)) {
            return in.readNBytes(Glossary.MAX_BYTES + 1);
        } catch (ObjectMissingException e) {
            return folder == null ? null : ofFolder(folder.resolve(name));
        }
    }

    private static byte @Nullable [] ofFolder(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Glossary.MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
