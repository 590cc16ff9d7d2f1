package io.eventjobs.worker.session.bundle;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stores files below the prefix of an execution and says what was stored. */
public final class Upload {
    private static final int CHUNK = 64 << 10;

    private final ArtifactStore store;
    private final ExecutionPrefix prefix;

    public Upload(ArtifactStore store, ExecutionPrefix prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    /** Stores one file; not begun when the thread is interrupted. */
    public StoredFile store(BundleFile file) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("while storing files");
        }
        StoredFile stored =
                new StoredFile(file.path(), file.contentType(), Files.size(file.file()), sha256(file.file()));
        store.put(prefix.key(file.path()), file.file(), file.contentType());
        return stored;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
