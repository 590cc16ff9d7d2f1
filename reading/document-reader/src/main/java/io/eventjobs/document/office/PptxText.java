package io.eventjobs.document.office;

import io.eventjobs.document.office.xml.OfficePackage;
import io.eventjobs.document.office.content.PictureCollector;
import io.eventjobs.document.office.content.OfficeText;
import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFDiagram;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFPictureData;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;

/** Reads the text and notes of PowerPoint slides, without hidden slides. */
final class PptxText {
    private static final int MAX_GROUP_DEPTH = 10;
    private static final Set<Placeholder> TITLES =
            Set.of(Placeholder.TITLE, Placeholder.CENTERED_TITLE, Placeholder.VERTICAL_TEXT_TITLE);
    private static final Set<Placeholder> AT_EDGES =
            Set.of(Placeholder.FOOTER, Placeholder.HEADER, Placeholder.DATETIME, Placeholder.SLIDE_NUMBER);

    private final PictureCollector pictures;
    private final List<Block> titles = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    private PptxText(PictureCollector pictures) {
        this.pictures = pictures;
    }

    static OfficeText read(Path file, PictureCollector pictures) throws BrokenFileException, IOException {
        try (OPCPackage opened = OfficePackage.open(file);
                XMLSlideShow show = new XMLSlideShow(opened)) {
            List<OfficeText.Page> pages = new ArrayList<>();
            int hidden = 0;
            for (XSLFSlide slide : show.getSlides()) {
                if (slide.isHidden()) {
                    hidden++;
                } else {
                    pages.add(new OfficeText.Page(new PptxText(pictures).of(slide), notes(slide.getNotes())));
                }
            }
            List<String> warnings = new ArrayList<>(pictures.warnings());
            if (hidden > 0) {
                warnings.add(hidden == 1 ? "One hidden slide is left out." : hidden + " hidden slides are left out.");
            }
            return new OfficeText(pages, List.of(), OfficePackage.properties(show), pictures.files(), warnings);
        }
    }

    private List<Block> of(XSLFSlide slide) throws IOException {
        for (XSLFShape shape : slide.getShapes()) {
            add(shape, 0);
        }
        List<Block> all = new ArrayList<>(titles);
        all.addAll(blocks);
        return all;
    }

    private void add(XSLFShape shape, int depth) throws IOException {
        switch (shape) {
            case XSLFTextShape text -> add(text);
            case XSLFTable table -> blocks.add(table(table));
            case XSLFPictureShape picture -> add(picture.getPictureData());
            case XSLFGroupShape group -> add(group, depth);
            case XSLFDiagram diagram -> add(diagram.getGroupShape(), depth);
            default -> {
                // Lines, charts and videos contain no text.
            }
        }
    }

    private void add(@Nullable XSLFGroupShape group, int depth) throws IOException {
        if (group != null && depth < MAX_GROUP_DEPTH) {
            for (XSLFShape inner : group.getShapes()) {
                add(inner, depth + 1);
            }
        }
    }

    private void add(XSLFTextShape text) {
        Placeholder place = text.getTextType();
        if (place != null && AT_EDGES.contains(place)) {
            return;
        }
        if (place != null && TITLES.contains(place)) {
            titles.add(new Block.Heading(1, RichText.of(text.getText())));
        } else {
            blocks.addAll(ShapeText.of(text));
        }
    }

    private void add(@Nullable XSLFPictureData picture) throws IOException {
        if (picture != null) {
            OptionalInt index = pictures.keep(
                    picture.getFileName(), () -> picture.getPackagePart().getInputStream());
            index.ifPresent(place -> blocks.add(new Block.Picture(place, "")));
        }
    }

    private static Block table(XSLFTable table) {
        List<List<RichText>> rows = new ArrayList<>();
        for (XSLFTableRow row : table.getRows()) {
            List<RichText> cells = new ArrayList<>();
            for (XSLFTableCell cell : row.getCells()) {
                cells.add(ShapeText.line(cell));
            }
            rows.add(cells);
        }
        return new Block.Table(rows);
    }

    private static List<Block> notes(@Nullable XSLFNotes notes) {
        List<Block> blocks = new ArrayList<>();
        if (notes != null) {
            for (XSLFShape shape : notes.getShapes()) {
                if (shape instanceof XSLFTextShape text && text.getTextType() == Placeholder.BODY) {
                    blocks.addAll(ShapeText.of(text));
                }
            }
        }
        return blocks;
    }
}
