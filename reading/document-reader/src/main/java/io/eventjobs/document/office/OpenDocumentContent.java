package io.eventjobs.document.office;

import io.eventjobs.document.office.xml.SafeXml;
import io.eventjobs.document.office.content.CodeBlockCollector;
import io.eventjobs.document.office.content.PictureCollector;
import io.eventjobs.document.office.content.OfficeText;
import io.eventjobs.document.archive.BoundedZip;
import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the content of an OpenDocument file element by element. Not thread-safe. */
final class OpenDocumentContent {
    /** Elements skipped with all their content: deleted text, comments, generated indexes. */
    private static final Set<String> SILENT = Set.of(
            "tracked-changes",
            "annotation",
            "table-of-content",
            "alphabetical-index",
            "object-ole",
            "desc",
            "title",
            "ruby-text",
            "note-citation",
            "forms",
            "settings");

    private static final Set<String> AT_EDGES = Set.of("footer", "header", "date-time", "page-number");

    private final BoundedZip zip;
    private final OpenDocumentStyles styles;
    private final PictureCollector pictures;
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
    private int hiddenSlides;
    private int silence;
    private @Nullable OpenDocumentLine line;
    private final List<OpenDocumentLine> outer = new ArrayList<>();

    OpenDocumentContent(BoundedZip zip, OpenDocumentStyles styles, PictureCollector pictures) {
        this.zip = zip;
        this.styles = styles;
        this.pictures = pictures;
        this.lists = new OpenDocumentLists(styles);
    }

    void read(XMLStreamReader xml) throws IOException {
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

    int hiddenSlides() {
        return hiddenSlides;
    }

    private void start(XMLStreamReader xml) throws IOException {
        String name = xml.getLocalName();
        if (silence > 0 || SILENT.contains(name)) {
            silence++;
            return;
        }
        switch (name) {
            case "page" -> startSlide(SafeXml.attribute(xml, "draw", "style-name"));
            case "notes" -> startNotes(xml);
            case "frame", "custom-shape" -> place = SafeXml.attribute(xml, "presentation", "class");
            case "p", "h" -> startLine(xml, name.equals("h"));
            case "note-body" -> startFootnote();
            case "list" -> lists.start(SafeXml.attribute(xml, "text", "style-name"));
            case "list-item" -> lists.startItem();
            case "table" -> tables.start();
            case "table-row" -> tables.startRow();
            case "table-cell", "covered-table-cell" ->
                tables.startCell(SafeXml.attribute(xml, "number-columns-repeated"));
            case "image" -> addPicture(SafeXml.attribute(xml, "xlink", "href"));
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
        return lists.isInItem() && !text.isBlank() ? lists.item(text) : new Block.Paragraph(text);
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

    private void addPicture(String address) throws IOException {
        String name = address.startsWith("./") ? address.substring(2) : address;
        ZipEntry entry = zip.entry(name).orElse(null);
        if (entry != null && pictures.isWanted() && !tables.isOpen()) {
            pictures.keep(name, () -> zip.open(entry, Long.MAX_VALUE))
                    .ifPresent(index -> blocks.add(new Block.Picture(index, "")));
        }
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
            hiddenSlides++;
        } else {
            slides.add(new OfficeText.Page(all, notes));
        }
        notes = List.of();
        blocks = new ArrayList<>();
    }
}
