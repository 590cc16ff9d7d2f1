package io.eventjobs.document.office;

import io.eventjobs.document.archive.BoundedZip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;

/** Formats of office files. */
public enum OfficeFormat {
    /** PowerPoint, including shows and templates. */
    PPTX("pptx", "presentation", true, "presentationml."),
    /** Word. */
    DOCX("docx", "text document", false, "wordprocessingml."),
    /** OpenDocument presentation. */
    ODP("odp", "presentation", true, "application/vnd.oasis.opendocument.presentation"),
    /** OpenDocument text. */
    ODT("odt", "text document", false, "application/vnd.oasis.opendocument.text"),
    /** PowerPoint 97–2003. */
    PPT("ppt", "old presentation", true, ""),
    /** Word 97–2003. */
    DOC("doc", "old text document", false, "");

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
    private static final int MAX_CONTENT_TYPES_BYTES = 1 << 20;

    private final String extension;
    private final String title;
    private final boolean isSlides;
    private final String mark;

    OfficeFormat(String extension, String title, boolean isSlides, String mark) {
        this.extension = extension;
        this.title = title;
        this.isSlides = isSlides;
        this.mark = mark;
    }

    /** File extension, without dot. */
    public String extension() {
        return extension;
    }

    /** Name as used in a sentence. */
    public String title() {
        return title;
    }

    /** Whether it is a presentation rather than a text. */
    public boolean isSlides() {
        return isSlides;
    }

    /** The format that LibreOffice converts an old format to for reading; the format itself if it is read directly. */
    public OfficeFormat readableFormat() {
        return switch (this) {
            case PPT -> ODP;
            case DOC -> ODT;
            case PPTX, DOCX, ODP, ODT -> this;
        };
    }

    /** The format that the parts of a ZIP declare. */
    public static Optional<OfficeFormat> of(BoundedZip zip) throws IOException {
        String type = text(zip, "mimetype");
        if (type.startsWith(ODP.mark)) {
            return Optional.of(ODP);
        }
        if (type.startsWith(ODT.mark)) {
            return Optional.of(ODT);
        }
        String types = text(zip, CONTENT_TYPES);
        if (hasMain(types, PPTX.mark) || types.contains("vnd.ms-powerpoint.")) {
            return Optional.of(PPTX);
        }
        return hasMain(types, DOCX.mark) || types.contains("vnd.ms-word.") ? Optional.of(DOCX) : Optional.empty();
    }

    /** What a ZIP is that another program reads, as used in a sentence; empty if it is an archive of files. */
    public static Optional<String> otherName(BoundedZip zip) throws IOException {
        String type = text(zip, "mimetype").strip();
        if (type.startsWith(OPEN_DOCUMENT + "spreadsheet") || hasMain(text(zip, CONTENT_TYPES), "spreadsheetml.")) {
            return Optional.of("a spreadsheet");
        }
        if (type.startsWith(OPEN_DOCUMENT + "graphics")) {
            return Optional.of("a drawing");
        }
        return type.equals("application/epub+zip") ? Optional.of("an e-book") : Optional.empty();
    }

    private static boolean hasMain(String types, String mark) {
        int at = types.indexOf(mark);
        while (at >= 0) {
            int end = types.indexOf('"', at);
            if (end > 0 && types.substring(at, end).endsWith("main+xml")) {
                return true;
            }
            at = types.indexOf(mark, at + 1);
        }
        return false;
    }

    private static String text(BoundedZip zip, String name) throws IOException {
        Optional<ZipEntry> entry = zip.entry(name);
        if (entry.isEmpty()) {
            return "";
        }
        try (InputStream in = zip.open(entry.get(), MAX_CONTENT_TYPES_BYTES)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
