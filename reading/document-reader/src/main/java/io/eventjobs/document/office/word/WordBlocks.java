package io.eventjobs.document.office.word;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import io.eventjobs.document.office.content.CodeBlockCollector;
import io.eventjobs.document.office.content.Losses;
import io.eventjobs.document.office.xml.XmlElement;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads paragraphs, lists and tables of a part, and what is drawn between them. Not thread-safe. */
final class WordBlocks {
    private static final int MAX_SPAN = 60;

    private final WordStyles styles;
    private final WordLists lists;
    private final WordRuns runs;
    private final WordDrawings drawings;
    private final Losses losses;
    private final CodeBlockCollector code = new CodeBlockCollector();
    private List<Block> blocks = new ArrayList<>();
    /** Of paragraphs whose end was deleted, which go on in the next one. */
    private List<Span> unfinished = new ArrayList<>();

    WordBlocks(WordStyles styles, WordLists lists, WordRuns runs, WordDrawings drawings, Losses losses) {
        this.styles = styles;
        this.lists = lists;
        this.runs = runs;
        this.drawings = drawings;
        this.losses = losses;
    }

    /** The blocks within an element: a body, a cell, a text box, a note. */
    List<Block> read(XmlElement parent) throws BrokenFileException, IOException {
        code.end(blocks);
        List<Block> outer = blocks;
        List<Span> outerText = unfinished;
        blocks = new ArrayList<>();
        unfinished = new ArrayList<>();
        addAll(parent);
        if (!unfinished.isEmpty()) {
            blocks.add(new Block.Paragraph(new RichText(unfinished)));
        }
        code.end(blocks);
        List<Block> read = blocks;
        blocks = outer;
        unfinished = outerText;
        return read;
    }

    private void addAll(XmlElement parent) throws BrokenFileException, IOException {
        for (XmlElement child : parent.children()) {
            switch (child.name()) {
                case "w:p" -> addParagraph(child);
                case "w:tbl" -> addTable(child);
                case "w:sdt" -> addContent(child);
                case "m:oMath", "m:oMathPara", "w:r", "w:hyperlink", "w:fldSimple" -> addLoose(child);
                case "w:altChunk", "w:subDoc" -> losses.add(Losses.Kind.DOCUMENT);
                case "w:del", "w:moveFrom", "w:sectPr", "w:tcPr" -> {
                    // No longer there, or no content.
                }
                default -> addAll(child);
            }
        }
    }

    /** A generated table of contents repeats the headings. */
    private void addContent(XmlElement control) throws BrokenFileException, IOException {
        boolean isContents =
                control.value("w:sdtPr", "w:docPartObj", "w:docPartGallery").equals("Table of Contents");
        Optional<XmlElement> content = control.first("w:sdtContent");
        if (content.isPresent() && !isContents) {
            addAll(content.get());
        }
    }

    /** Text without a paragraph around it. */
    private void addLoose(XmlElement element) throws BrokenFileException, IOException {
        XmlElement paragraph = XmlElement.of("w:p", List.of(element));
        addParagraph(paragraph);
    }

    private void addParagraph(XmlElement paragraph) throws BrokenFileException, IOException {
        XmlElement properties = paragraph.first("w:pPr").orElse(XmlElement.empty("w:pPr"));
        String style = properties.value("w:pStyle");
        if (styles.isContents(style)) {
            return;
        }
        WordLine line = runs.read(paragraph);
        List<Span> spans = new ArrayList<>(unfinished);
        spans.addAll(line.spans());
        unfinished = new ArrayList<>();
        boolean isJoined = properties.first("w:rPr", "w:del").isPresent()
                || properties.first("w:rPr", "w:moveFrom").isPresent() && !new RichText(spans).isBlank();
        if (isJoined) {
            unfinished = spans;
        } else if (!line.drawn().isEmpty() || !code.takes(spans, styles.isCode(style))) {
            code.end(blocks);
            RichText text = new RichText(spans);
            if (!text.isBlank()) {
                blocks.add(block(paragraph, style, text));
            }
        }
        for (XmlElement drawn : line.drawn()) {
            code.end(blocks);
            blocks.addAll(drawings.read(drawn, this));
        }
    }

    private Block block(XmlElement paragraph, String style, RichText text) {
        Optional<WordLists.Mark> mark = lists.next(paragraph);
        int heading = styles.heading(style);
        if (heading > 0) {
            return new Block.Heading(
                    heading, mark.map(found -> labelled(found, text)).orElse(text));
        }
        if (mark.isEmpty()) {
            return new Block.Paragraph(text);
        }
        WordLists.Mark found = mark.get();
        return found.isInWords()
                ? new Block.Item(found.level(), null, labelled(found, text))
                : new Block.Item(found.level(), found.number(), text);
    }

    private static RichText labelled(WordLists.Mark mark, RichText text) {
        if (mark.label().isEmpty()) {
            return text;
        }
        List<Span> spans = new ArrayList<>(List.of(Span.plain(mark.label() + " ")));
        spans.addAll(text.spans());
        return new RichText(spans);
    }

    /** A table with a single cell is a frame: its content is written directly. */
    private void addTable(XmlElement table) throws BrokenFileException, IOException {
        code.end(blocks);
        List<XmlElement> rows = within(table, "w:tr").stream()
                .filter(row -> row.first("w:trPr", "w:del").isEmpty())
                .toList();
        if (rows.size() == 1 && within(rows.getFirst(), "w:tc").size() == 1) {
            blocks.addAll(read(within(rows.getFirst(), "w:tc").getFirst()));
            return;
        }
        List<List<RichText>> cells = new ArrayList<>();
        List<Block> apart = new ArrayList<>();
        for (XmlElement row : rows) {
            List<RichText> line = new ArrayList<>();
            for (XmlElement cell : within(row, "w:tc")) {
                line.add(CellText.of(read(cell), apart));
                int span = cell.first("w:tcPr", "w:gridSpan")
                        .map(each -> each.number("val", 1))
                        .orElse(1);
                for (int i = 1; i < Math.min(span, MAX_SPAN); i++) {
                    line.add(RichText.of(""));
                }
            }
            cells.add(line);
        }
        blocks.add(new Block.Table(cells));
        blocks.addAll(apart);
    }

    /** Rows and cells may stand in content controls and marks of changes. */
    private static List<XmlElement> within(XmlElement parent, String name) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement child : parent.children()) {
            switch (child.name()) {
                case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo" -> found.addAll(within(child, name));
                default -> {
                    if (child.is(name)) {
                        found.add(child);
                    }
                }
            }
        }
        return found;
    }
}
