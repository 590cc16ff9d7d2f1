package io.eventjobs.worker.session.bundle;

import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A file of a bundle with its size and hashes, for which it is read once.
 *
 * @param stored its description in the results
 * @param crc32 of its content
 */
public record MeasuredFile(BundleFile file, StoredFile stored, long crc32) {
    public static MeasuredFile of(BundleFile file) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file.file()), crc)) {
            String sha256 = Sha256.of(in);
            long bytes = Files.size(file.file());
            return new MeasuredFile(
                    file, new StoredFile(file.path(), file.contentType(), bytes, sha256), crc.getValue());
        }
    }
}
