package io.eventjobs.standalone.cli.servers;

import io.eventjobs.standalone.embedded.EmbeddedServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The keys of the embedded S3 server: given, or made once and kept beside the data. */
final class S3KeyOptions {
    private static final String OWNER_ONLY = "rw-------";

    @Option(
            names = "--s3-access-key",
            defaultValue = "${EVENT_JOBS_S3_ACCESS_KEY:-event-jobs}",
            description = "EVENT_JOBS_S3_ACCESS_KEY, else event-jobs")
    String accessKey = "";

    @Option(
            names = "--s3-secret-key",
            defaultValue = "${EVENT_JOBS_S3_SECRET_KEY:-}",
            description = "EVENT_JOBS_S3_SECRET_KEY, else made once and kept in the data folder")
    String secretKey = "";

    /** @param data folder that is kept, null if nothing is */
    EmbeddedServers.Keys keys(@Nullable Path data) throws IOException {
        if (!secretKey.isEmpty()) {
            return new EmbeddedServers.Keys(accessKey, secretKey);
        }
        String generated = EmbeddedServers.Keys.generated().secretKey();
        return new EmbeddedServers.Keys(accessKey, data == null ? generated : kept(data, generated));
    }

    private static String kept(Path data, String generated) throws IOException {
        Path file = data.resolve("s3-secret-key");
        if (!Files.exists(file)) {
            Files.createDirectories(data);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            Files.writeString(file, generated);
        }
        return Files.readString(file).strip();
    }
}
