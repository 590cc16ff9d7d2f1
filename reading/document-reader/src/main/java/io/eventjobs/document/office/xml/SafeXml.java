package io.eventjobs.document.office.xml;

import io.eventjobs.document.archive.BoundedZip;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML from an untrusted ZIP as a stream, without document types and external entities. */
public final class SafeXml {
    private static final long MAX_BYTES = 64L << 20;

    /** More than any book has; what is kept of each takes a few hundred bytes. */
    private static final int MAX_ELEMENTS = 500_000;

    private static final int MAX_DEPTH = 256;

    private SafeXml() {}

    /** Reads a part to its end; does nothing if the part is missing. */
    public static void read(BoundedZip zip, String part, Reading reading) throws IOException, BrokenFileException {
        Optional<ZipEntry> entry = zip.entry(part);
        if (entry.isEmpty()) {
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // By default 100 from Java 24, without limit before: tables in tables reach that.
        factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(MAX_DEPTH));
        try (InputStream in = zip.open(entry.get(), MAX_BYTES)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            try {
                int elements = 0;
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT && ++elements > MAX_ELEMENTS) {
                        throw new BrokenFileException(
                                "holds more than " + MAX_ELEMENTS + " elements of text and layout");
                    }
                    reading.read(xml);
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new BrokenFileException("is damaged", e);
        } catch (BoundedZip.TooLargeException e) {
            throw new BrokenFileException("holds more than " + (MAX_BYTES >> 20) + " MiB of text and layout", e);
        }
    }

    /** The value of an attribute by its local name; empty if absent. */
    public static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** As {@link #attribute}, for attributes whose local names are ambiguous without a namespace prefix. */
    public static String attribute(XMLStreamReader xml, String prefix, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name) && prefix.equals(xml.getAttributePrefix(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Receives each event. */
    @FunctionalInterface
    public interface Reading {
        void read(XMLStreamReader xml) throws XMLStreamException, IOException, BrokenFileException;
    }
}
