package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.standalone.client.GatewayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the files in a ZIP with the checksums in it: those of a job's manifest.json, or of a batch's SHA256SUMS. */
final class ArchiveCheck {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ArchiveCheck() {}

    /**
     * The number of files that have their checksum.
     *
     * @throws GatewayException if a file is missing, or is not what its checksum says
     */
    static int verify(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            Map<String, String> checksums = checksums(zip);
            for (Map.Entry<String, String> expected : checksums.entrySet()) {
                ZipEntry entry = zip.getEntry(expected.getKey());
                if (entry == null) {
                    throw damaged(archive, expected.getKey() + " is missing");
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    if (!Sha256.of(content).equals(expected.getValue())) {
                        throw damaged(archive, expected.getKey() + " is not what its checksum says");
                    }
                }
            }
            return checksums.size();
        } catch (ZipException e) {
            throw damaged(archive, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> checksums(ZipFile zip) throws IOException {
        Map<String, String> checksums = new LinkedHashMap<>();
        ZipEntry sums = zip.getEntry("SHA256SUMS");
        ZipEntry manifest = zip.getEntry("manifest.json");
        if (sums != null) {
            text(zip, sums)
                    .lines()
                    .filter(line -> line.length() > 66)
                    .forEach(line -> checksums.put(line.substring(66), line.substring(0, 64)));
        } else if (manifest != null) {
            for (JsonNode file : MAPPER.readTree(text(zip, manifest)).path("files")) {
                checksums.put(
                        file.path("path").asString(""), file.path("sha256").asString(""));
            }
        }
        return checksums;
    }

    private static String text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static GatewayException damaged(Path archive, String how) {
        return new GatewayException(archive + " is damaged: " + how);
    }
}
