package io.eventjobs.document.office;

import io.eventjobs.document.office.xml.OfficePackage;
import io.eventjobs.document.office.content.ListNumbers;
import io.eventjobs.document.office.content.CodeBlockCollector;
import io.eventjobs.document.office.content.PictureCollector;
import io.eventjobs.document.office.content.OfficeText;
import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFPictureData;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Reads the text of a Word document, without tracked deletions, headers and footers. */
final class DocxText {
    private final XWPFDocument document;
    private final DocxStyles styles;
    private final DocxRuns runs;
    private final PictureCollector pictures;
    private final ListNumbers numbers = new ListNumbers();
    private final CodeBlockCollector code = new CodeBlockCollector();
    private final List<Block> blocks = new ArrayList<>();

    private DocxText(XWPFDocument document, PictureCollector pictures) {
        this.document = document;
        this.styles = new DocxStyles(document.getStyles());
        this.runs = new DocxRuns(document);
        this.pictures = pictures;
    }

    static OfficeText read(Path file, PictureCollector pictures) throws BrokenFileException, IOException {
        try (OPCPackage opened = OfficePackage.open(file);
                XWPFDocument document = new XWPFDocument(opened)) {
            DocxText text = new DocxText(document, pictures);
            for (IBodyElement element : document.getBodyElements()) {
                text.add(element);
            }
            text.code.end(text.blocks);
            text.addFootnotes();
            return new OfficeText(
                    List.of(), text.blocks, OfficePackage.properties(document), pictures.files(), pictures.warnings());
        }
    }

    private void add(IBodyElement element) throws IOException {
        switch (element) {
            case XWPFParagraph paragraph -> add(paragraph);
            case XWPFTable table -> add(table);
            case XWPFSDT content ->
                blocks.add(new Block.Paragraph(RichText.of(content.getContent().getText())));
            default -> {
                // Other elements contain no text.
            }
        }
    }

    private void add(XWPFParagraph paragraph) throws IOException {
        List<Span> spans = runs.spans(paragraph);
        List<XWPFPicture> pictures = paragraph.getRuns().stream()
                .flatMap(run -> run.getEmbeddedPictures().stream())
                .toList();
        if (pictures.isEmpty() && code.takes(spans, styles.isCode(paragraph.getStyleID()))) {
            return;
        }
        code.end(blocks);
        RichText text = new RichText(spans);
        if (!text.isBlank()) {
            blocks.add(block(paragraph, text));
        }
        for (XWPFPicture picture : pictures) {
            add(picture);
        }
    }

    private Block block(XWPFParagraph paragraph, RichText text) {
        int heading = styles.heading(paragraph.getStyleID());
        if (heading > 0) {
            numbers.restart();
            return new Block.Heading(heading, text);
        }
        if (paragraph.getNumID() == null || paragraph.getNumFmt() == null) {
            return new Block.Paragraph(text);
        }
        int level = paragraph.getNumIlvl() == null ? 0 : paragraph.getNumIlvl().intValue();
        if (paragraph.getNumFmt().equals("bullet") || paragraph.getNumFmt().equals("none")) {
            numbers.skip(level);
            return new Block.Item(level, null, text);
        }
        return new Block.Item(level, numbers.next(level), text);
    }

    private void add(XWPFPicture picture) throws IOException {
        XWPFPictureData data = picture.getPictureData();
        if (data != null) {
            String description = picture.getDescription() == null ? "" : picture.getDescription();
            pictures.keep(data.getFileName(), () -> data.getPackagePart().getInputStream())
                    .ifPresent(place -> blocks.add(new Block.Picture(place, description)));
        }
    }

    /** A table with a single cell is a frame: its content is written directly. */
    private void add(XWPFTable table) throws IOException {
        code.end(blocks);
        if (table.getRows().size() == 1 && table.getRow(0).getTableCells().size() == 1) {
            for (IBodyElement element : table.getRow(0).getCell(0).getBodyElements()) {
                add(element);
            }
            code.end(blocks);
            return;
        }
        List<List<RichText>> rows = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            rows.add(row.getTableCells().stream().map(this::cell).toList());
        }
        blocks.add(new Block.Table(rows));
    }

    private RichText cell(XWPFTableCell cell) {
        if (!cell.getTables().isEmpty()) {
            return RichText.of(cell.getTextRecursively());
        }
        List<Span> spans = new ArrayList<>();
        for (XWPFParagraph paragraph : cell.getParagraphs()) {
            if (!spans.isEmpty()) {
                spans.add(Span.plain(" "));
            }
            spans.addAll(runs.spans(paragraph));
        }
        return new RichText(spans);
    }

    private void addFootnotes() {
        for (int id : List.copyOf(runs.footnotes())) {
            XWPFFootnote note = document.getFootnoteByID(id);
            if (note != null) {
                List<Span> spans = new ArrayList<>(List.of(Span.plain("[" + id + "] ")));
                for (XWPFParagraph paragraph : note.getParagraphs()) {
                    spans.addAll(runs.spans(paragraph));
                }
                blocks.add(new Block.Paragraph(new RichText(spans)));
            }
        }
    }
}
