package io.eventjobs.worker.session.bundle;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
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

    public StoredFile store(BundleFile file) throws IOException {
        StoredFile stored =
                new StoredFile(file.path(), file.contentType(), Files.size(file.file()), sha256(file.file()));
        store.put(prefix.key(file.path()), file.file(), file.contentType());
        return stored;
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            byte[] chunk = new byte[CHUNK];
            while (in.read(chunk) >= 0) {
                // The stream sees the bytes go by.
                continue;
            }
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
