package io.eventjobs.document.office.slides;

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
import java.util.Set;

/** Reads the shapes of one slide: the title first, the others as they lie upon each other. Not thread-safe. */
final class SlideShapes {
    private static final Set<String> MEDIA = Set.of("a:videoFile", "a:audioFile", "a:quickTimeFile", "a:wavAudioFile");

    private final OfficePackage parts;
    private final String part;
    private final SlideStyles.OfSlide styles;
    private final PictureCollector pictures;
    private final Losses losses;
    private final SlideLinks links;
    private final ShapeText texts;
    private final List<Block> titles = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    SlideShapes(OfficePackage parts, String part, SlideStyles.OfSlide styles, PictureCollector pictures, Losses losses)
            throws BrokenFileException, IOException {
        this.parts = parts;
        this.part = part;
        this.styles = styles;
        this.pictures = pictures;
        this.losses = losses;
        this.links = new SlideLinks(parts, part);
        this.texts = new ShapeText(links, losses);
    }

    List<Block> read(XmlElement slide) throws BrokenFileException, IOException {
        Optional<XmlElement> tree = slide.first("p:cSld", "p:spTree");
        if (tree.isPresent()) {
            addAll(tree.get(), "");
        }
        List<Block> all = new ArrayList<>(titles);
        all.addAll(blocks);
        return all;
    }

    /** @param address that the group links to; empty if none */
    private void addAll(XmlElement group, String address) throws BrokenFileException, IOException {
        for (XmlElement shape : group.children()) {
            String own = links.ofShape(shape);
            String target = own.isEmpty() ? address : own;
            switch (shape.name()) {
                case "p:sp" -> addText(shape, target);
                case "p:grpSp" -> addAll(shape, target);
                case "p:pic" -> addPicture(shape, target);
                case "p:graphicFrame" -> addFrame(shape);
                case "p:contentPart", "p14:contentPart" -> losses.add(Losses.Kind.INK);
                default -> {
                    // Lines hold no text.
                }
            }
        }
    }

    private void addText(XmlElement shape, String address) throws BrokenFileException, IOException {
        Placeholder place = Placeholder.of(shape);
        Optional<XmlElement> body = shape.first("p:txBody");
        if (place.isAtEdge()) {
            return;
        }
        Optional<XmlElement> fill = shape.first("p:spPr", "a:blipFill", "a:blip");
        if (fill.isPresent()) {
            addImage(fill.get(), "");
        }
        if (body.isEmpty()) {
            addLink(shape, address);
            return;
        }
        TextStyle style = styles.of(body.get(), place);
        RichText line = texts.line(body.get(), style, address);
        if (line.isBlank()) {
            addLink(shape, address);
        } else if (place.isTitle()) {
            titles.add(new Block.Heading(1, line));
        } else {
            blocks.addAll(texts.blocks(body.get(), style, address));
        }
    }

    private void addPicture(XmlElement picture, String address) throws BrokenFileException, IOException {
        String description =
                properties(picture).map(each -> each.attribute("descr")).orElse("");
        Optional<XmlElement> image = picture.first("p:blipFill", "a:blip");
        if (image.isPresent()) {
            addImage(image.get(), description);
        }
        boolean isMedia = picture.first("p:nvPicPr", "p:nvPr").map(XmlElement::children).orElse(List.of()).stream()
                .anyMatch(each -> MEDIA.contains(each.name()) && addMedia(each));
        if (!isMedia) {
            addLink(picture, address);
        }
    }

    /** A film on the web is a link, one in the file is lost. */
    private boolean addMedia(XmlElement media) {
        String id = media.has("r:link") ? media.attribute("r:link") : media.attribute("r:embed");
        String address = links.address(id);
        if (address.startsWith("http")) {
            blocks.add(link(address, address));
        } else {
            String name = links.target(id);
            losses.add(Losses.Kind.MEDIA, name.substring(name.lastIndexOf('/') + 1));
        }
        return true;
    }

    /** The link of a shape without text, which would be lost with the shape. */
    private void addLink(XmlElement shape, String address) {
        if (!address.isEmpty()) {
            String name = properties(shape).map(each -> each.attribute("descr")).orElse("");
            blocks.add(link(name.isBlank() ? address : name, address));
        }
    }

    private static Block link(String text, String address) {
        return new Block.Paragraph(new RichText(List.of(new Span(text, Span.Style.PLAIN, address))));
    }

    private static Optional<XmlElement> properties(XmlElement shape) {
        return shape.children().stream()
                .flatMap(child -> child.first("p:cNvPr").stream())
                .findFirst();
    }

    private void addImage(XmlElement blip, String description) throws BrokenFileException, IOException {
        Optional<Relation> image = parts.relation(part, blip.attribute("r:embed"));
        if (image.isPresent()
                && !image.get().isExternal()
                && parts.has(image.get().target())) {
            String name = image.get().target();
            pictures.keep(name, () -> parts.open(name))
                    .ifPresent(place -> blocks.add(new Block.Picture(place, description)));
        }
    }

    private void addFrame(XmlElement frame) throws BrokenFileException, IOException {
        List<XmlElement> shown = frame.first("a:graphic", "a:graphicData")
                .map(XmlElement::children)
                .orElse(List.of());
        for (XmlElement each : shown) {
            switch (each.name()) {
                case "a:tbl" -> blocks.add(table(each));
                case "c:chart", "cx:chart" -> addChart(each.attribute("r:id"));
                case "dgm:relIds" -> addDiagram(each.attribute("r:dm"));
                case "p:oleObj" -> addObject(each);
                default -> {
                    if (each.localName().equals("chart")) {
                        addChart(each.attribute("r:id"));
                    }
                }
            }
        }
    }

    private void addChart(String id) throws BrokenFileException, IOException {
        Optional<Relation> chart = parts.relation(part, id);
        if (chart.isPresent()) {
            blocks.addAll(new ChartReader(parts, losses).read(chart.get().target()));
        } else {
            losses.add(Losses.Kind.CHART);
        }
    }

    private void addDiagram(String id) throws BrokenFileException, IOException {
        Optional<Relation> diagram = parts.relation(part, id);
        if (diagram.isPresent()) {
            blocks.addAll(new DiagramReader(parts, losses).read(diagram.get().target(), part));
        } else {
            losses.add(Losses.Kind.DIAGRAM);
        }
    }

    private void addObject(XmlElement object) throws BrokenFileException, IOException {
        String program = object.attribute("progId");
        losses.add(
                program.startsWith("Equation") || program.startsWith("MathType")
                        ? Losses.Kind.FORMULA
                        : Losses.Kind.OBJECT,
                program);
        Optional<XmlElement> preview = object.first("p:pic");
        if (preview.isPresent()) {
            addPicture(preview.get(), "");
        }
    }

    private Block table(XmlElement table) {
        List<List<RichText>> rows = new ArrayList<>();
        for (XmlElement row : table.children("a:tr")) {
            List<RichText> cells = new ArrayList<>();
            for (XmlElement cell : row.children("a:tc")) {
                XmlElement body = cell.first("a:txBody").orElse(XmlElement.empty("a:txBody"));
                cells.add(texts.line(body, SlideStyles.OfSlide.own(body), ""));
            }
            rows.add(cells);
        }
        return new Block.Table(rows);
    }
}
