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
        String types = text(zip, "[Content_Types].xml");
        if (hasMain(types, PPTX) || types.contains("vnd.ms-powerpoint.")) {
            return Optional.of(PPTX);
        }
        return hasMain(types, DOCX) || types.contains("vnd.ms-word.") ? Optional.of(DOCX) : Optional.empty();
    }

    private static boolean hasMain(String types, OfficeFormat format) {
        int at = types.indexOf(format.mark);
        while (at >= 0) {
            int end = types.indexOf('"', at);
            if (end > 0 && types.substring(at, end).endsWith("main+xml")) {
                return true;
            }
            at = types.indexOf(format.mark, at + 1);
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
