package io.eventjobs.document.office;

import io.eventjobs.document.archive.BoundedZip;
import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import io.eventjobs.document.office.content.Losses;
import io.eventjobs.document.office.xml.SafeXml;
import io.eventjobs.document.office.xml.XmlElement;
import io.eventjobs.document.office.xml.XmlTree;
import io.eventjobs.document.process.BrokenFileException;
import io.eventjobs.markdown.math.MathMl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the objects of an OpenDocument file, which are documents within it: formulas and charts; others are named as lost. */
final class OpenDocumentObjects {
    /** Of all objects: one may be shown again and again. */
    private static final int MAX_ELEMENTS = 1_000_000;

    private static final int MAX_COLUMNS = 100;

    private final BoundedZip zip;
    private final Losses losses;
    private int elements;

    OpenDocumentObjects(BoundedZip zip, Losses losses) {
        this.zip = zip;
        this.losses = losses;
    }

    /** What an object says; a formula is a paragraph of one span. */
    List<Block> read(String address) throws IOException, BrokenFileException {
        XmlTree tree = new XmlTree();
        SafeXml.read(zip, (address.startsWith("./") ? address.substring(2) : address) + "/content.xml", tree::read);
        elements += tree.elements();
        if (elements > MAX_ELEMENTS) {
            throw new BrokenFileException("shows its objects more often than any document");
        }
        Optional<XmlElement> root = tree.root();
        if (root.isPresent() && root.get().localName().equals("math")) {
            return formula(root.get()).stream().toList();
        }
        Optional<XmlElement> chart = root.stream()
                .flatMap(found -> named(found, "chart"))
                .flatMap(found -> named(found, "chart"))
                .findFirst();
        if (chart.isPresent()) {
            return chart(chart.get());
        }
        losses.add(Losses.Kind.OBJECT);
        return List.of();
    }

    /** A formula as a paragraph; empty if it says nothing. */
    static Optional<Block> formula(XmlElement math) {
        String tex = MathMl.tex(math);
        return tex.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Paragraph(new RichText(List.of(new Span(tex, Span.Style.MATH, null)))));
    }

    /** A chart has its values as a table. */
    private List<Block> chart(XmlElement chart) {
        List<Block> blocks = new ArrayList<>();
        String title = chart.children().stream()
                .filter(child -> child.localName().equals("title"))
                .map(OpenDocumentObjects::words)
                .findFirst()
                .orElse("");
        if (!title.isEmpty()) {
            blocks.add(new Block.Paragraph(new RichText(List.of(new Span(title, Span.Style.BOLD, null)))));
        }
        List<List<RichText>> rows = named(chart, "table-row")
                .map(row -> row.children().stream()
                        .limit(MAX_COLUMNS)
                        .map(OpenDocumentObjects::cell)
                        .toList())
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        if (rows.size() < 2) {
            losses.add(Losses.Kind.CHART, title);
        } else {
            blocks.add(new Block.Table(rows));
        }
        return blocks;
    }

    private static RichText cell(XmlElement cell) {
        String words = words(cell);
        return RichText.of(words.equals("NaN") ? "" : words);
    }

    private static String words(XmlElement element) {
        return named(element, "p")
                .map(XmlElement::text)
                .collect(Collectors.joining(" "))
                .strip();
    }

    /** The nearest elements of this local name within an element. */
    private static Stream<XmlElement> named(XmlElement element, String name) {
        return element.children().stream()
                .flatMap(child -> child.localName().equals(name) ? Stream.of(child) : named(child, name));
    }
}
