package io.eventjobs.standalone.cli.servers;

import io.eventjobs.standalone.embedded.S3Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The credentials of the embedded S3 server: given, or generated once and stored in the data folder. */
final class S3KeyOptions {
    private static final String OWNER_ONLY = "rw-------";

    @Option(
            names = "--s3-access-key",
            defaultValue = "${EVENT_JOBS_S3_ACCESS_KEY:-event-jobs}",
            description = "Access key of the S3 server (default: EVENT_JOBS_S3_ACCESS_KEY, or event-jobs)")
    String accessKey = "";

    @Option(
            names = "--s3-secret-key",
            defaultValue = "${EVENT_JOBS_S3_SECRET_KEY:-}",
            description =
                    "Secret key of the S3 server (default: EVENT_JOBS_S3_SECRET_KEY, or one that is generated once and stored in the data folder)")
    String secretKey = "";

    /** @param data folder in which a generated key is stored, null for none */
    S3Keys keys(@Nullable Path data) throws IOException {
        if (!secretKey.isEmpty()) {
            return new S3Keys(accessKey, secretKey);
        }
        String generated = S3Keys.generated().secretKey();
        return new S3Keys(accessKey, data == null ? generated : stored(data, generated));
    }

    private static String stored(Path data, String generated) throws IOException {
        Path file = data.resolve("s3-secret-key");
        if (!Files.exists(file)) {
            Files.createDirectories(data);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            Files.writeString(file, generated);
        }
        return Files.readString(file).strip();
    }
}
