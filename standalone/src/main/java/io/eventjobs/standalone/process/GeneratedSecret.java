package io.eventjobs.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A secret of one machine: 32 random bytes in base64, generated once, beside the data, readable by its owner only. */
enum GeneratedSecret {
    /** With which secrets of webhooks are stored. */
    WEBHOOK_KEY("webhooks.key"),
    /** Under which API keys are hashed. */
    KEY_PEPPER("api-keys.pepper");

    private static final int BYTES = 32;

    private final String fileName;

    GeneratedSecret(String fileName) {
        this.fileName = fileName;
    }

    /** That of this data folder, or a new one for data that is not kept. */
    String of(@Nullable Path data) {
        if (data == null) {
            return generated();
        }
        Path file = data.resolve(fileName);
        try {
            Files.createDirectories(data);
            create(file);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("a generated secret could not be stored in " + file, e);
        }
    }

    private void create(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        // Written elsewhere first: a file that a kill left empty would be no key.
        Path fresh = Files.createTempFile(file.getParent(), fileName, ".new", ownerOnly(file));
        Files.writeString(fresh, generated() + "\n");
        try {
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String generated() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
