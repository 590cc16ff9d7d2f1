package io.eventjobs.worker.session.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the ZIP of a session: fixed times, sorted names, so that the same files give the same bytes. */
public final class BundleZip {
    /** Without a zone: as an instant it would be written differently where the worker's zone is another. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final int CHUNK = 64 << 10;

    private BundleZip() {}

    /** @param readme for the root of the ZIP */
    public static void write(Path target, String readme, List<BundleFile> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(entry(BundleLayout.README));
            zip.write(readme.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            for (BundleFile file : files.stream()
                    .sorted(Comparator.comparing(BundleFile::path))
                    .toList()) {
                add(zip, file);
            }
        }
    }

    private static void add(ZipOutputStream zip, BundleFile file) throws IOException {
        ZipEntry entry = entry(file.path());
        if (file.contentType().equals("image/jpeg")) {
            // Compressed already.
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(Files.size(file.file()));
            entry.setCompressedSize(Files.size(file.file()));
            entry.setCrc(crc(file.file()));
        }
        zip.putNextEntry(entry);
        Files.copy(file.file(), zip);
        zip.closeEntry();
    }

    private static long crc(Path file) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                crc.update(chunk, 0, read);
            }
        }
        return crc.getValue();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        return entry;
    }
}
