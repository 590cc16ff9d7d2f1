package io.eventjobs.document.office.word;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import io.eventjobs.document.office.content.Losses;
import io.eventjobs.document.office.content.PictureCollector;
import io.eventjobs.document.office.drawing.ChartReader;
import io.eventjobs.document.office.drawing.DiagramReader;
import io.eventjobs.document.office.xml.OfficePackage;
import io.eventjobs.document.office.xml.Relation;
import io.eventjobs.document.office.xml.XmlElement;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is drawn in a text: pictures, text boxes, charts, diagrams; names what cannot be kept. Not thread-safe. */
final class WordDrawings {
    private final OfficePackage parts;
    private final String part;
    private final PictureCollector pictures;
    private final Losses losses;

    /** @param part that holds the drawings */
    WordDrawings(OfficePackage parts, String part, PictureCollector pictures, Losses losses) {
        this.parts = parts;
        this.part = part;
        this.pictures = pictures;
        this.losses = losses;
    }

    /** @param texts reads the content of text boxes */
    List<Block> read(XmlElement drawing, WordBlocks texts) throws BrokenFileException, IOException {
        List<Block> blocks = new ArrayList<>();
        add(drawing, "", texts, blocks);
        return blocks;
    }

    private void add(XmlElement shape, String description, WordBlocks texts, List<Block> blocks)
            throws BrokenFileException, IOException {
        String text = description;
        for (XmlElement child : shape.children()) {
            switch (child.name()) {
                case "wp:docPr" -> {
                    text = child.has("descr") ? child.attribute("descr") : child.attribute("title");
                    addLink(child, text, blocks);
                }
                case "w:txbxContent" -> blocks.addAll(texts.read(child));
                case "pic:pic" -> {
                    Optional<XmlElement> image = child.first("pic:blipFill", "a:blip");
                    addPicture(image.map(blip -> blip.attribute("r:embed")).orElse(""), text, blocks);
                }
                case "v:imagedata" -> addPicture(child.attribute("r:id"), child.attribute("o:title"), blocks);
                case "v:textpath" -> {
                    if (child.has("string")) {
                        blocks.add(new Block.Paragraph(RichText.of(child.attribute("string"))));
                    }
                }
                case "c:chart", "cx:chart" -> addChart(child.attribute("r:id"), blocks);
                case "dgm:relIds" -> addDiagram(child.attribute("r:dm"), blocks);
                case "a:txBody" ->
                    child.children("a:p")
                            .forEach(paragraph -> blocks.add(new Block.Paragraph(RichText.of(paragraph
                                    .descendants("a:t")
                                    .map(XmlElement::text)
                                    .reduce("", String::concat)))));
                case "o:OLEObject" -> addObject(child.attribute("ProgID"));
                case "w:control" -> losses.add(Losses.Kind.OBJECT, child.attribute("name"));
                case "w14:contentPart" -> losses.add(Losses.Kind.INK);
                default -> add(child, text, texts, blocks);
            }
        }
    }

    private void addPicture(String id, String description, List<Block> blocks) throws BrokenFileException, IOException {
        Optional<Relation> image = parts.relation(part, id);
        if (image.isPresent()
                && !image.get().isExternal()
                && parts.has(image.get().target())) {
            String name = image.get().target();
            pictures.keep(name, () -> parts.open(name))
                    .ifPresent(place -> blocks.add(new Block.Picture(place, description)));
        }
    }

    private void addLink(XmlElement properties, String text, List<Block> blocks)
            throws BrokenFileException, IOException {
        Optional<XmlElement> link = properties.first("a:hlinkClick");
        Optional<Relation> target = link.isEmpty()
                ? Optional.empty()
                : parts.relation(part, link.get().attribute("r:id"));
        if (target.isPresent() && target.get().isExternal()) {
            String address = target.get().target();
            Span span = new Span(text.isBlank() ? address : text, Span.Style.PLAIN, address);
            blocks.add(new Block.Paragraph(new RichText(List.of(span))));
        }
    }

    private void addChart(String id, List<Block> blocks) throws BrokenFileException, IOException {
        Optional<Relation> chart = parts.relation(part, id);
        if (chart.isPresent()) {
            blocks.addAll(new ChartReader(parts, losses).read(chart.get().target()));
        } else {
            losses.add(Losses.Kind.CHART);
        }
    }

    private void addDiagram(String id, List<Block> blocks) throws BrokenFileException, IOException {
        Optional<Relation> diagram = parts.relation(part, id);
        if (diagram.isPresent()) {
            blocks.addAll(new DiagramReader(parts, losses).read(diagram.get().target(), part));
        } else {
            losses.add(Losses.Kind.DIAGRAM);
        }
    }

    private void addObject(String program) {
        boolean isFormula = program.startsWith("Equation") || program.startsWith("MathType");
        losses.add(isFormula ? Losses.Kind.FORMULA : Losses.Kind.OBJECT, program);
    }
}
