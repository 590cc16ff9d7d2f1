package io.eventjobs.worker.session.bundle;

import io.eventjobs.model.job.StoredFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the ZIP of a session, with fixed times and sorted names, so that the same files give the same bytes. */
public final class BundleZip {
    /** Without a zone: an instant would be written differently in another time zone. */
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final int BUFFER_BYTES = 64 << 10;

    private BundleZip() {}

    /** @param texts in the root of the ZIP, before all files */
    public static void write(Path target, List<RootText> texts, List<MeasuredFile> files) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), BUFFER_BYTES);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (RootText text : texts) {
                zip.putNextEntry(entry(text.name()));
                zip.write(text.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            for (MeasuredFile file : files.stream()
                    .sorted(Comparator.comparing(file -> file.stored().path()))
                    .toList()) {
                add(zip, file);
            }
        }
    }

    private static void add(ZipOutputStream zip, MeasuredFile file) throws IOException {
        StoredFile stored = file.stored();
        ZipEntry entry = entry(stored.path());
        if (isCompressed(stored.contentType())) {
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(stored.bytes());
            entry.setCompressedSize(stored.bytes());
            entry.setCrc(file.crc32());
        }
        zip.putNextEntry(entry);
        Files.copy(file.file().file(), zip);
        zip.closeEntry();
    }

    private static boolean isCompressed(String contentType) {
        return contentType.startsWith("image/") && !contentType.startsWith("image/svg");
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIXED_TIME);
        return entry;
    }
}
