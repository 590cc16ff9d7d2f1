package io.eventjobs.document;

import io.eventjobs.document.archive.BoundedZip;
import io.eventjobs.document.office.OfficeFormat;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The format of a file, detected from its content; the file name and the declared content type are not trusted. */
public sealed interface FileFormat {
    /** A PDF. */
    record Pdf() implements FileFormat {}

    /** A file of an office program. */
    record Office(OfficeFormat format) implements FileFormat {}

    /**
     * An image.
     *
     * @param extension usual file extension, with the dot
     */
    record Picture(String extension) implements FileFormat {}

    /** An archive that contains other files. */
    record Archive() implements FileFormat {}

    /**
     * A file that cannot be read.
     *
     * @param name as used in a sentence, such as "a web page"
     */
    record Other(String name) implements FileFormat {}

    /** An unreadable format that is recognizable by the extension in an address, so that the file need not be fetched. */
    static Optional<Other> unreadable(String address) {
        String path = address.split("[?#]", 2)[0];
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(Signatures.UNREADABLE.get(extension))
                .map(name -> new Other(name + " (." + extension + ")"));
    }

    /**
     * Detects the format of a file.
     *
     * @param contentType from the response header, null if none; used only to name unknown formats
     */
    static FileFormat of(Path file, @Nullable String contentType) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(Signatures.HEAD);
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        // A PDF header may be preceded by other bytes, and an archive may contain a PDF near its start: check for the
        // archive first.
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return zipped(file);
        }
        if (start.contains("%PDF-") && !Signatures.isPage(start)) {
            return new Pdf();
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return compound(file);
        }
        return Signatures.picture(start)
                .<FileFormat>map(Picture::new)
                .orElseGet(() -> new Other(Signatures.name(start, contentType)));
    }

    private static FileFormat zipped(Path file) throws IOException {
        try (BoundedZip zip = BoundedZip.open(file)) {
            Optional<OfficeFormat> office = OfficeFormat.of(zip);
            if (office.isPresent()) {
                return new Office(office.get());
            }
            boolean isKeynote = zip.entries().stream().map(ZipEntry::getName).anyMatch(Signatures::isKeynote);
            if (isKeynote) {
                return new Other("a Keynote file");
            }
            return OfficeFormat.otherName(zip).<FileFormat>map(Other::new).orElseGet(Archive::new);
        } catch (BrokenFileException e) {
            return new Other("a ZIP file that " + e.getMessage());
        }
    }

    /** Compound files (OLE2) list their streams in a directory, in UTF-16, at an arbitrary position. */
    private static FileFormat compound(Path file) throws IOException {
        if (Signatures.holds(file, "PowerPoint Document")) {
            return new Office(OfficeFormat.PPT);
        }
        if (Signatures.holds(file, "WordDocument")) {
            return new Office(OfficeFormat.DOC);
        }
        return new Other(
                Signatures.holds(file, "EncryptedPackage")
                        ? "an office file that is encrypted and needs a password"
                        : "an old office file");
    }

    /** File signatures. */
    final class Signatures {
        static final int HEAD = 1_024;

        static final Map<String, String> UNREADABLE = Map.ofEntries(
                Map.entry("key", "a Keynote file"),
                Map.entry("html", "a web page"),
                Map.entry("htm", "a web page"),
                Map.entry("md", "a text file"),
                Map.entry("txt", "a text file"),
                Map.entry("grc", "a flow graph"),
                Map.entry("gz", "an archive"),
                Map.entry("bz2", "an archive"),
                Map.entry("xz", "an archive"),
                Map.entry("7z", "an archive"),
                Map.entry("rar", "an archive"),
                Map.entry("tar", "an archive"),
                Map.entry("svg", "a drawing"),
                Map.entry("mp4", "a video"),
                Map.entry("webm", "a video"));

        private static final int CHUNK = 1 << 20;

        private Signatures() {}

        static Optional<String> picture(String start) {
            if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
                return Optional.of(".png");
            }
            if (start.startsWith("\u00ff\u00d8\u00ff")) {
                return Optional.of(".jpg");
            }
            if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
                return Optional.of(".gif");
            }
            boolean isWebp = start.startsWith("RIFF") && start.startsWith("WEBP", 8);
            return isWebp ? Optional.of(".webp") : Optional.empty();
        }

        static String name(String start, @Nullable String contentType) {
            String text = start.strip().toLowerCase(Locale.ROOT);
            if (text.isEmpty()) {
                return "an empty file";
            }
            if (isPage(start) || text.contains("<html")) {
                return "a web page";
            }
            return contentType == null ? "a file of an unknown format" : "a file of type " + contentType;
        }

        /** Whether the content starts like a web page. */
        static boolean isPage(String start) {
            String text = start.strip().toLowerCase(Locale.ROOT);
            return Stream.of("<!doctype html", "<html", "<head", "<body", "<!--", "<script")
                    .anyMatch(text::startsWith);
        }

        static boolean isKeynote(String entry) {
            return entry.equals("Index/Document.iwa") || entry.equals("Index.zip") || entry.endsWith("/index.apxl");
        }

        /** Whether the file contains this name in UTF-16. */
        static boolean holds(Path file, String name) throws IOException {
            byte[] wanted = name.getBytes(StandardCharsets.UTF_16LE);
            String needle = new String(wanted, StandardCharsets.ISO_8859_1);
            try (InputStream in = Files.newInputStream(file)) {
                String before = "";
                for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                    String here = before + new String(chunk, StandardCharsets.ISO_8859_1);
                    if (here.contains(needle)) {
                        return true;
                    }
                    before = here.substring(Math.max(0, here.length() - needle.length()));
                }
                return false;
            }
        }
    }
}
