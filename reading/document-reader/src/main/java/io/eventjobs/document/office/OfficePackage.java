package io.eventjobs.document.office;

import io.eventjobs.document.archive.BoundedZip;
import io.eventjobs.document.block.DocumentProperties;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;

/** Opens Office Open XML with POI, which holds the XML of the whole file in memory: about twenty-five times its size. */
final class OfficePackage {
    private static final long MAX_XML_BYTES = 12L << 20;

    private OfficePackage() {}

    static OPCPackage open(Path file) throws BrokenFileException, IOException {
        requireModest(file);
        try {
            return OPCPackage.open(file.toFile(), PackageAccess.READ);
        } catch (InvalidFormatException e) {
            throw new BrokenFileException("is damaged", e);
        }
    }

    static Map<String, String> properties(POIXMLDocument document) {
        var core = document.getProperties().getCoreProperties();
        DocumentProperties properties = new DocumentProperties();
        properties.add("title", core.getTitle());
        properties.add("author", core.getCreator());
        properties.add("subject", core.getSubject());
        properties.add("keywords", core.getKeywords());
        return properties.values();
    }

    private static void requireModest(Path file) throws BrokenFileException, IOException {
        long left = MAX_XML_BYTES;
        try (BoundedZip zip = BoundedZip.open(file)) {
            for (ZipEntry entry : zip.entries()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
                    try (InputStream in = zip.open(entry, left)) {
                        left -= in.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
        } catch (BoundedZip.TooLargeException e) {
            throw new BrokenFileException("holds more than " + (MAX_XML_BYTES >> 20) + " MiB of text and layout", e);
        }
    }
}
