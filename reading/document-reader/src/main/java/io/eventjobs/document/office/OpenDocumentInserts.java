package io.eventjobs.document.office;

import io.eventjobs.document.archive.BoundedZip;
import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import io.eventjobs.document.office.content.Losses;
import io.eventjobs.document.office.content.PictureCollector;
import io.eventjobs.document.office.xml.XmlTree;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads what is inserted into an OpenDocument text: pictures, films, objects, formulas. Not thread-safe. */
final class OpenDocumentInserts {
    private final BoundedZip zip;
    private final PictureCollector pictures;
    private final Losses losses;
    private final OpenDocumentObjects objects;
    /** A formula that stands in the content itself, while it is read. */
    private @Nullable XmlTree formula;

    private int depth;

    OpenDocumentInserts(BoundedZip zip, PictureCollector pictures, Losses losses) {
        this.zip = zip;
        this.pictures = pictures;
        this.losses = losses;
        this.objects = new OpenDocumentObjects(zip, losses);
    }

    boolean isInFormula() {
        return formula != null;
    }

    /** Starts a formula, or reads on in it; what it says once it has ended. */
    Optional<Block> readFormula(XMLStreamReader xml) throws BrokenFileException {
        XmlTree tree = formula == null ? new XmlTree() : formula;
        formula = tree;
        tree.read(xml);
        depth += xml.isStartElement() ? 1 : xml.isEndElement() ? -1 : 0;
        if (depth > 0) {
            return Optional.empty();
        }
        formula = null;
        return tree.root().flatMap(OpenDocumentObjects::formula);
    }

    /** @param address of an object within the file; empty if its content stands in place */
    List<Block> object(String address) throws IOException, BrokenFileException {
        return address.isEmpty() ? List.of() : objects.read(address);
    }

    /** A film on the web is a link, one in the file is lost. */
    List<Block> film(String address) {
        if (address.startsWith("http")) {
            Span link = new Span(address, Span.Style.PLAIN, address);
            return List.of(new Block.Paragraph(new RichText(List.of(link))));
        }
        losses.add(Losses.Kind.MEDIA, address.substring(address.lastIndexOf('/') + 1));
        return List.of();
    }

    /** A picture of an object is no picture of the document. */
    List<Block> picture(String address) throws IOException {
        String name = address.startsWith("./") ? address.substring(2) : address;
        ZipEntry entry = zip.entry(name).orElse(null);
        if (entry == null || !pictures.isWanted() || name.startsWith("ObjectReplacements/")) {
            return List.of();
        }
        OptionalInt index = pictures.keep(name, () -> zip.open(entry, Long.MAX_VALUE));
        return index.isEmpty() ? List.of() : List.of(new Block.Picture(index.getAsInt(), ""));
    }
}
