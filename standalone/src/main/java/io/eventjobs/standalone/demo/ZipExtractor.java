package io.eventjobs.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Extracts a ZIP archive into a folder; refuses entries that would be written outside of it ("zip slip"). */
final class ZipExtractor {
    private final Path folder;

    ZipExtractor(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    void extract(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the ZIP entry is outside of the folder: " + entry.getName());
                }
                Files.createDirectories(target.getParent());
                try (InputStream content = file.getInputStream(entry)) {
                    Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
