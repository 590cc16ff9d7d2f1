package io.eventjobs.document.office;

import io.eventjobs.document.archive.BoundedZip;
import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import io.eventjobs.document.office.content.CodeBlockCollector;
import io.eventjobs.document.office.content.Losses;
import io.eventjobs.document.office.content.OfficeText;
import io.eventjobs.document.office.content.PictureCollector;
import io.eventjobs.document.office.xml.SafeXml;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the content of an OpenDocument file element by element. Not thread-safe. */
final class OpenDocumentContent {
    /** Elements skipped with all their content: deleted text, generated indexes. */
    private static final Set<String> SILENT = Set.of(
            "tracked-changes",
            "table-of-content",
            "alphabetical-index",
            "desc",
            "title",
            "note-citation",
            "forms",
            "settings");

    private static final Set<String> AT_EDGES = Set.of("footer", "header", "date-time", "page-number");

    private final OpenDocumentStyles styles;
    private final OpenDocumentLists lists;
    private final OpenDocumentTables tables = new OpenDocumentTables();
    private final CodeBlockCollector code = new CodeBlockCollector();
    private final List<OfficeText.Page> slides = new ArrayList<>();
    private final List<Block> footnotes = new ArrayList<>();

    private List<Block> blocks = new ArrayList<>();
    private List<Block> titles = new ArrayList<>();
    private List<Block> slideBlocks = new ArrayList<>();
    private String place = "";
    private boolean isHidden;
    private final Losses losses;
    private final OpenDocumentInserts inserts;
    /** Addresses that shapes link to as a whole, the innermost last. */
    private final List<String> shapeLinks = new ArrayList<>();

    private final Deque<Boolean> linksOfShapes = new ArrayDeque<>();
    private int silence;
    private @Nullable OpenDocumentLine line;
    private final List<OpenDocumentLine> outer = new ArrayList<>();

    OpenDocumentContent(BoundedZip zip, OpenDocumentStyles styles, PictureCollector pictures, Losses losses) {
        this.styles = styles;
        this.losses = losses;
        this.inserts = new OpenDocumentInserts(zip, pictures, losses);
        this.lists = new OpenDocumentLists(styles);
    }

    void read(XMLStreamReader xml) throws IOException, BrokenFileException {
        if (inserts.isInFormula()) {
            insert(inserts.readFormula(xml).stream().toList());
            return;
        }
        styles.read(xml);
        switch (xml.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (silence == 0 && line != null) {
                    line.add(xml.getText());
                }
            }
            default -> {
                // Comments and processing instructions.
            }
        }
    }

    /** The visible slides. */
    List<OfficeText.Page> slides() {
        return slides;
    }

    /** The blocks of a text document, with footnotes at the end. */
    List<Block> blocks() {
        code.end(blocks);
        List<Block> all = new ArrayList<>(blocks);
        all.addAll(footnotes);
        return all;
    }

    /** A formula within a line belongs to it; charts stand between paragraphs. */
    private void insert(List<Block> inserted) {
        for (Block block : inserted) {
            if (line != null && inserted.size() == 1 && block instanceof Block.Paragraph paragraph) {
                line.addAll(paragraph.text().spans());
            } else {
                code.end(blocks);
                blocks.add(block);
            }
        }
    }

    private void start(XMLStreamReader xml) throws IOException, BrokenFileException {
        String name = xml.getLocalName();
        if (silence > 0 || SILENT.contains(name)) {
            silence++;
            return;
        }
        switch (name) {
            case "annotation" -> {
                losses.add(Losses.Kind.COMMENT);
                silence++;
            }
            case "object-ole" -> {
                losses.add(Losses.Kind.OBJECT);
                silence++;
            }
            case "object" -> insert(inserts.object(SafeXml.attribute(xml, "xlink", "href")));
            case "math" -> insert(inserts.readFormula(xml).stream().toList());
            case "plugin" -> insert(inserts.film(SafeXml.attribute(xml, "xlink", "href")));
            case "page" -> startSlide(SafeXml.attribute(xml, "draw", "style-name"));
            case "notes" -> startNotes(xml);
            case "frame", "custom-shape" -> place = SafeXml.attribute(xml, "presentation", "class");
            case "p", "h" -> startLine(xml, name.equals("h"));
            case "note-body" -> startFootnote();
            case "list" ->
                lists.start(
                        SafeXml.attribute(xml, "text", "style-name"),
                        SafeXml.attribute(xml, "continue-numbering").equals("true")
                                || !SafeXml.attribute(xml, "continue-list").isEmpty());
            case "list-item", "list-header" ->
                lists.startItem(SafeXml.attribute(xml, "start-value"), name.equals("list-header"));
            case "table" -> tables.start();
            case "table-row" -> tables.startRow();
            case "table-cell", "covered-table-cell" ->
                tables.startCell(SafeXml.attribute(xml, "number-columns-repeated"));
            case "image" -> blocks.addAll(inserts.picture(SafeXml.attribute(xml, "xlink", "href")));
            case "a" -> startLink(xml);
            default -> {
                if (line != null) {
                    line.start(xml);
                }
            }
        }
    }

    private void end(String name) {
        if (silence > 0) {
            silence--;
            return;
        }
        switch (name) {
            case "page" -> endSlide();
            case "notes" -> endNotes();
            case "frame", "custom-shape" -> place = "";
            case "p", "h" -> endLine();
            case "note-body" -> endFootnote();
            case "list" -> lists.end();
            case "table-cell", "covered-table-cell" -> tables.endCell();
            case "table" ->
                tables.end().ifPresent(table -> {
                    code.end(blocks);
                    blocks.add(table);
                });
            case "a" -> endLink();
            default -> {
                if (line != null) {
                    line.end(name);
                }
            }
        }
    }

    private void startLine(XMLStreamReader xml, boolean isHeading) {
        if (line != null) {
            outer.add(line);
        }
        String style = SafeXml.attribute(xml, "text", "style-name");
        String level = SafeXml.attribute(xml, "outline-level");
        int heading = isHeading && level.matches("\\d") ? Integer.parseInt(level) : isHeading ? 1 : 0;
        boolean isTitle = styles.isA(style, "Title");
        line = new OpenDocumentLine(styles, style, isTitle ? 1 : heading);
        if (!shapeLinks.isEmpty()) {
            line.startLink(shapeLinks.getLast());
        }
    }

    /** A link of text stands within a line, one of a shape around its frame. */
    private void startLink(XMLStreamReader xml) {
        String address = SafeXml.attribute(xml, "xlink", "href");
        OpenDocumentLine within = "draw".equals(xml.getPrefix()) ? null : line;
        linksOfShapes.push(within == null);
        if (within == null) {
            shapeLinks.add(address);
        } else {
            within.startLink(address);
        }
    }

    private void endLink() {
        if (Boolean.TRUE.equals(linksOfShapes.poll())) {
            shapeLinks.removeLast();
        } else if (line != null) {
            line.end("a");
        }
    }

    private void endLine() {
        OpenDocumentLine ended = line;
        line = outer.isEmpty() ? null : outer.removeLast();
        if (ended == null || AT_EDGES.contains(place)) {
            return;
        }
        List<Span> spans = ended.spans();
        if (tables.isOpen()) {
            tables.add(spans);
        } else if (place.equals("title")) {
            titles.add(new Block.Heading(1, new RichText(spans)));
        } else if (!code.takes(spans, styles.isA(ended.style(), "Preformatted_20_Text"))) {
            code.end(blocks);
            blocks.add(block(ended, new RichText(spans)));
        }
    }

    private Block block(OpenDocumentLine ended, RichText text) {
        if (ended.heading() > 0) {
            return new Block.Heading(ended.heading(), text);
        }
        return lists.isInItem() && !text.isBlank() ? lists.item(ended.style(), text) : new Block.Paragraph(text);
    }

    private void startFootnote() {
        if (line != null) {
            line.add("[" + (footnotes.size() + 1) + "]");
        }
        footnotes.add(new Block.Paragraph(RichText.of("[" + (footnotes.size() + 1) + "]")));
        slideBlocks = blocks;
        blocks = new ArrayList<>();
    }

    private void endFootnote() {
        List<Span> spans = new ArrayList<>(List.of(Span.plain("[" + footnotes.size() + "]")));
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                spans.add(Span.plain(" "));
                spans.addAll(paragraph.text().spans());
            }
        }
        footnotes.set(footnotes.size() - 1, new Block.Paragraph(new RichText(spans)));
        blocks = slideBlocks;
    }

    private void startSlide(String style) {
        blocks = new ArrayList<>();
        titles = new ArrayList<>();
        isHidden = styles.isHidden(style);
        slideBlocks = blocks;
    }

    private void startNotes(XMLStreamReader xml) {
        if (xml.getPrefix().equals("presentation")) {
            code.end(blocks);
            slideBlocks = blocks;
            blocks = new ArrayList<>();
        }
    }

    private void endNotes() {
        code.end(blocks);
        notes = blocks;
        blocks = slideBlocks;
    }

    private List<Block> notes = List.of();

    private void endSlide() {
        code.end(blocks);
        List<Block> all = new ArrayList<>(titles);
        all.addAll(blocks);
        if (isHidden) {
            losses.add(Losses.Kind.HIDDEN_SLIDE);
        } else {
            slides.add(new OfficeText.Page(all, notes));
        }
        notes = List.of();
        blocks = new ArrayList<>();
    }
}
