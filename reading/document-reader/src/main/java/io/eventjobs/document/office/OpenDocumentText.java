package io.eventjobs.document.office;

import io.eventjobs.document.archive.BoundedZip;
import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.DocumentProperties;
import io.eventjobs.document.office.content.Losses;
import io.eventjobs.document.office.content.OfficeText;
import io.eventjobs.document.office.content.PictureCollector;
import io.eventjobs.document.office.xml.SafeXml;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/** Reads the text of OpenDocument files as a stream, so that memory use is small for any content. */
final class OpenDocumentText {
    private OpenDocumentText() {}

    static OfficeText read(Path file, OfficeFormat format, PictureCollector pictures)
            throws BrokenFileException, IOException {
        try (BoundedZip zip = BoundedZip.open(file)) {
            requireOpen(zip);
            OpenDocumentStyles styles = new OpenDocumentStyles();
            SafeXml.read(zip, "styles.xml", styles::read);
            Losses losses = new Losses();
            OpenDocumentContent content = new OpenDocumentContent(zip, styles, pictures, losses);
            SafeXml.read(zip, "content.xml", content::read);
            List<String> warnings = new ArrayList<>(pictures.warnings());
            warnings.addAll(losses.warnings());
            List<Block> blocks = format.isSlides() ? List.of() : content.blocks();
            return new OfficeText(content.slides(), blocks, properties(zip), pictures.files(), warnings);
        }
    }

    private static void requireOpen(BoundedZip zip) throws BrokenFileException, IOException {
        boolean[] isEncrypted = {false};
        SafeXml.read(
                zip,
                "META-INF/manifest.xml",
                xml -> isEncrypted[0] |= xml.getEventType() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("encryption-data"));
        if (isEncrypted[0]) {
            throw new BrokenFileException("is encrypted and needs a password");
        }
        if (zip.entry("content.xml").isEmpty()) {
            throw new BrokenFileException("is damaged");
        }
    }

    private static Map<String, String> properties(BoundedZip zip) throws BrokenFileException, IOException {
        DocumentProperties properties = new DocumentProperties();
        String[] name = {""};
        SafeXml.read(zip, "meta.xml", xml -> {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> name[0] = xml.getLocalName();
                case XMLStreamConstants.END_ELEMENT -> name[0] = "";
                case XMLStreamConstants.CHARACTERS -> {
                    switch (name[0]) {
                        case "title", "subject" -> properties.add(name[0], xml.getText());
                        case "initial-creator", "creator" -> properties.add("author", xml.getText());
                        case "keyword" -> properties.add("keywords", xml.getText());
                        default -> {
                            // Times and numbers.
                        }
                    }
                }
                default -> {
                    // Comments.
                }
            }
        });
        return properties.values();
    }
}
