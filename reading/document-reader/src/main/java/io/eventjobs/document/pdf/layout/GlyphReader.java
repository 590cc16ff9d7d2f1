package io.eventjobs.document.pdf.layout;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Reads the glyphs of a page, without duplicates that are drawn at the same place to imitate bold or shadow. */
final class GlyphReader extends PDFTextStripper {
    private static final int MAX_GLYPHS = 30_000;
    /** Too few glyphs to judge a page by: list marks, logos. */
    private static final int FEW_GLYPHS = 20;
    /** So many in a direction are a text of its own. */
    private static final int MANY_GLYPHS = 60;
    /** So few are a number of the page. */
    private static final int FEWEST_GLYPHS = 5;
    /** The height of the middle of small letters, relative to the font size. */
    private static final float MIDDLE = 0.25f;
    /** Slope above which text is slanted; skewed scans have less. */
    private static final float SLANTED = 0.2f;

    /** Grouped by writing direction. */
    private final Map<Integer, List<Glyph>> glyphs = new TreeMap<>();

    private final Set<GlyphPosition> positions = new HashSet<>();
    private final PageLinks links;
    private final PDRectangle box;
    /** The direction of text that is upright on the displayed page. */
    private final int upright;

    private int count;
    private int drawn;
    private int unmapped;

    private GlyphReader(PDPage page, PageLinks links) {
        this.box = page.getCropBox();
        this.upright = page.getRotation();
        this.links = links;
        setShouldSeparateByBeads(false);
    }

    /**
     * Reads the glyphs in the page's main writing direction, and apart from them those in others: labels of figures, stamps in margins.
     *
     * @param number from 1
     */
    static PageGlyphs read(PDDocument document, int number, PageLinks links) throws IOException {
        GlyphReader reader = new GlyphReader(document.getPage(number - 1), links);
        reader.setStartPage(number);
        reader.setEndPage(number);
        reader.writeText(document, Writer.nullWriter());
        return reader.page();
    }

    private PageGlyphs page() {
        int main = mainDirection();
        List<PageGlyphs> sideways = new ArrayList<>();
        glyphs.forEach((direction, along) -> {
            if (direction != main) {
                sideways.add(new PageGlyphs(width(direction), height(direction), along, List.of(), false, false));
            }
        });
        return new PageGlyphs(
                width(main),
                height(main),
                glyphs.getOrDefault(main, List.of()),
                sideways,
                count >= MAX_GLYPHS,
                unmapped > FEW_GLYPHS && unmapped * 2 > drawn);
    }

    /** The direction in which the displayed page is read; another one only if next to nothing is written in that. */
    private int mainDirection() {
        int along = glyphs.getOrDefault(upright, List.of()).size();
        if (along >= MANY_GLYPHS || along >= FEWEST_GLYPHS && along * 20 >= count) {
            return upright;
        }
        return glyphs.entrySet().stream()
                .max(Comparator.comparingInt(each -> each.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse(upright);
    }

    /** The address linked at a place, which is converted from the direction of writing to that of the page. */
    private @Nullable String address(int direction, float x, float y) {
        return switch (direction) {
            case 90 -> links.at(y, box.getHeight() - x);
            case 180 -> links.at(box.getWidth() - x, box.getHeight() - y);
            case 270 -> links.at(box.getWidth() - y, x);
            default -> links.at(x, y);
        };
    }

    /** Counts glyphs without a valid Unicode mapping; the superclass would drop or replace them. */
    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        String named = font.toUnicode(code);
        boolean isNamed = named != null && named.codePoints().noneMatch(GlyphReader::isNoCharacter);
        drawn++;
        unmapped += isNamed ? 0 : 1;
        super.showGlyph(rendering, font, code, displacement);
    }

    private static boolean isNoCharacter(int c) {
        return Character.isISOControl(c) && !Character.isWhitespace(c)
                || c == 0xfffd
                || Character.getType(c) == Character.PRIVATE_USE;
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (isSlanted(position.getTextMatrix())) {
            return;
        }
        String text = GlyphText.of(position);
        int direction = (int) position.getDir();
        float x = position.getXDirAdj();
        float y = position.getYDirAdj();
        boolean isShown = x > -1 && x < width(direction) + 1 && y > -1 && y < height(direction) + 1;
        if (count >= MAX_GLYPHS || text.isEmpty() || !isShown || !isFirstAt(direction, text, x, y, size(position))) {
            return;
        }
        count++;
        glyphs.computeIfAbsent(direction, angle -> new ArrayList<>())
                .add(new Glyph(
                        text,
                        x,
                        y,
                        position.getWidthDirAdj(),
                        size(position),
                        font(position.getFont()),
                        address(direction, x + position.getWidthDirAdj() / 2, y - MIDDLE * size(position))));
    }

    /** Aborts when interrupted, so that an endless page frees its thread. */
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        super.processOperator(operator, operands);
    }

    /** Whether the text is slanted, like a watermark across the page. */
    private static boolean isSlanted(Matrix matrix) {
        float along = Math.abs(matrix.getScaleX());
        float up = Math.abs(matrix.getShearY());
        return Math.min(along, up) > SLANTED * Math.max(along, up);
    }

    private float width(int direction) {
        return direction % 180 == 0 ? box.getWidth() : box.getHeight();
    }

    private float height(int direction) {
        return direction % 180 == 0 ? box.getHeight() : box.getWidth();
    }

    /** Whether the same text has not been drawn within a tenth of its size, which is nearer than distinct characters ever are. */
    private boolean isFirstAt(int direction, String text, float x, float y, float size) {
        if (text.isBlank()) {
            return true;
        }
        int column = Math.round(x / (0.1f * size));
        int row = Math.round(y / (0.1f * size));
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                if (positions.contains(new GlyphPosition(direction, text, column + dx, row + dy))) {
                    return false;
                }
            }
        }
        return positions.add(new GlyphPosition(direction, text, column, row));
    }

    private static float size(TextPosition position) {
        float size = position.getFontSizeInPt();
        return size > 0 && size < 10_000 ? size : Math.max(1, position.getHeightDir());
    }

    private static Glyph.Font font(PDFont font) {
        String name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        boolean isBold = name.contains("bold")
                || name.contains("black")
                || name.contains("heavy")
                || name.matches(".*cmbx\\d*")
                || descriptor != null && descriptor.isForceBold();
        boolean isMonospaced = name.contains("mono")
                || name.contains("courier")
                || name.contains("consol")
                || name.contains("menlo")
                || name.matches(".*cmtt\\d*")
                || descriptor != null && descriptor.isFixedPitch();
        return new Glyph.Font(isBold, isMonospaced);
    }

    private record GlyphPosition(int direction, String text, int column, int row) {}
}
