package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;

/**
 * A block with the layout properties that tell headings apart.
 *
 * @param size font size of its text
 * @param isBold whether all text is bold
 * @param area of the page that it covers
 */
record LayoutBlock(Block block, float size, boolean isBold, TextFragment.Area area) {
    private static final int MAX_HEADING_LENGTH = 160;
    private static final float ASIDE = 0.1f;

    /** The text of a possible heading; empty if the block cannot be one. */
    String heading() {
        if (!(block instanceof Block.Paragraph paragraph)) {
            return "";
        }
        String words = paragraph.text().words();
        return words.length() <= MAX_HEADING_LENGTH && words.codePoints().anyMatch(Character::isLetter) ? words : "";
    }

    /** This block as a remark beside the text, which is no heading and parts no paragraph. */
    LayoutBlock aside() {
        return new LayoutBlock(block, ASIDE, false, area);
    }

    /** The characters of its text. */
    int length() {
        return switch (block) {
            case Block.Heading heading -> heading.text().words().length();
            case Block.Paragraph paragraph -> paragraph.text().words().length();
            case Block.Item item -> item.text().words().length();
            case Block.Code code -> code.text().length();
            case Block.Table table ->
                table.rows().stream()
                        .flatMap(java.util.List::stream)
                        .mapToInt(cell -> cell.words().length())
                        .sum();
            case Block.Picture picture -> 0;
        };
    }

    LayoutBlock asHeading(int level) {
        RichText text = block instanceof Block.Paragraph paragraph ? paragraph.text() : RichText.of(heading());
        return new LayoutBlock(new Block.Heading(level, text), size, isBold, area);
    }
}
