package io.eventjobs.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The address and credentials of the embedded broker in a file that only its owner can read, as all programs of Kafka take their settings: for
 * whoever reads the events. It is replaced at each start, since the credentials are new then.
 */
final class KafkaClientFile {
    private static final String NAME = "kafka-client.properties";

    private KafkaClientFile() {}

    static Path write(Path folder, Map<String, String> settings) {
        Path file = folder.resolve(NAME);
        String text = new TreeMap<>(settings)
                .entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                        .collect(Collectors.joining());
        try {
            // Complete and closed to others before it has its name.
            Path fresh = Files.createTempFile(folder, NAME, ".new", ownerOnly(folder));
            Files.writeString(fresh, text);
            return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EmbeddedServerException("Could not write " + file + ": " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
