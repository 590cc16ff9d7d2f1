package io.eventjobs.document.archive;

import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * The documents in a ZIP of untrusted origin. Entry names are never used as file names; entries with hostile names are skipped
 * nevertheless. Not thread-safe.
 */
public final class DocumentArchive implements AutoCloseable {
    private static final int MAX_ENTRIES = 2_000;
    private static final int MAX_DOCUMENTS = 20;
    private static final long MAX_BYTES = 200L << 20;
    private static final long MAX_TOTAL_BYTES = 1L << 30;
    private static final long MAX_RATIO = 100;
    private static final long SMALL = 1L << 20;
    private static final Pattern HOSTILE =
            Pattern.compile("^[/\\\\]|^[A-Za-z]:|(^|[/\\\\])\\.\\.([/\\\\]|$)|[\\x00-\\x1f]|\\\\");

    private final BoundedZip zip;
    private final List<String> warnings = new ArrayList<>();
    private long left = MAX_TOTAL_BYTES;

    private DocumentArchive(BoundedZip zip) {
        this.zip = zip;
    }

    /** @throws BrokenFileException if it is unreadable or a ZIP bomb */
    public static DocumentArchive open(Path file) throws BrokenFileException, IOException {
        DocumentArchive archive = new DocumentArchive(BoundedZip.open(file));
        List<ZipEntry> entries = archive.zip.entries();
        long packed = entries.stream()
                .mapToLong(entry -> Math.max(0, entry.getCompressedSize()))
                .sum();
        if (entries.size() > MAX_ENTRIES || packed > Files.size(file)) {
            archive.close();
            throw new BrokenFileException(
                    packed > Files.size(file)
                            ? "has entries that overlap"
                            : "has more than " + MAX_ENTRIES + " entries");
        }
        return archive;
    }

    /** The documents, detected by signature, in natural order of their names; if there are none, the images. */
    public List<ZipEntry> documents() throws IOException {
        List<ZipEntry> documents = new ArrayList<>();
        List<ZipEntry> images = new ArrayList<>();
        for (ZipEntry entry : harmless()) {
            String start = start(entry);
            if (start.startsWith("%PDF-")
                    || start.startsWith("PK\u0003\u0004")
                    || start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
                documents.add(entry);
            } else if (start.startsWith("\u0089PNG")
                    || start.startsWith("\u00ff\u00d8\u00ff")
                    || start.startsWith("GIF8")) {
                images.add(entry);
            }
        }
        List<ZipEntry> wanted = documents.isEmpty() ? images : documents;
        wanted.sort(Comparator.comparing(ZipEntry::getName, new NaturalOrder()));
        if (wanted.size() > MAX_DOCUMENTS) {
            warnings.add("The archive holds " + wanted.size() + " documents; those after the first " + MAX_DOCUMENTS
                    + " are left out.");
        }
        return List.copyOf(wanted.subList(0, Math.min(wanted.size(), MAX_DOCUMENTS)));
    }

    /**
     * Unpacks an entry.
     *
     * @throws BrokenFileException if the entry is damaged or too large when unpacked
     */
    public void unpack(ZipEntry entry, Path target) throws BrokenFileException {
        long max = Math.min(left, MAX_BYTES);
        long packed = Math.max(0, entry.getCompressedSize());
        long mostByRatio = Math.max(SMALL, packed * MAX_RATIO);
        try (InputStream in = zip.open(entry, Math.min(max, mostByRatio));
                OutputStream out = Files.newOutputStream(target)) {
            left -= in.transferTo(out);
        } catch (BoundedZip.TooLargeException e) {
            throw new BrokenFileException("unpacks to far more than any slides hold", e);
        } catch (IOException e) {
            throw new BrokenFileException("is damaged", e);
        }
    }

    /** What was left out and why, one sentence each. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private List<ZipEntry> harmless() {
        List<ZipEntry> harmless = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int refused = 0;
        for (ZipEntry entry : zip.entries()) {
            String name = entry.getName();
            if (HOSTILE.matcher(name).find() || !names.add(name.toLowerCase(Locale.ROOT))) {
                refused++;
            } else if (!entry.isDirectory() && !isHidden(name)) {
                harmless.add(entry);
            }
        }
        if (refused > 0) {
            warnings.add("The archive has " + refused
                    + (refused == 1 ? " entry whose name is" : " entries whose names are")
                    + " unsafe or there twice; left out.");
        }
        return harmless;
    }

    /** Metadata files that file managers and office programs leave behind. */
    private static boolean isHidden(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || last.startsWith(".") || last.startsWith("~$");
    }

    private String start(ZipEntry entry) {
        try (InputStream in = zip.open(entry, MAX_BYTES)) {
            return new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // An entry that cannot be unpacked is not a document.
            return "";
        }
    }
}
