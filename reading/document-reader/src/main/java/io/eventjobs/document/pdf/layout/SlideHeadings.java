package io.eventjobs.document.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the title of a slide, which is moved to the front, and highlighted text below it. */
final class SlideHeadings {
    private static final float TITLE = 1.12f;
    private static final float HEADING = 1.25f;
    private static final int MAX_LONELY_TITLE_LENGTH = 80;

    private SlideHeadings() {}

    /** @param height of the page */
    static List<LayoutBlock> of(List<LayoutBlock> blocks, float height) {
        Optional<LayoutBlock> title = title(blocks, height);
        float body = body(blocks, title);
        List<LayoutBlock> found = new ArrayList<>();
        title.ifPresent(block -> found.add(block.asHeading(1)));
        for (LayoutBlock block : blocks) {
            if (title.isEmpty() || block != title.get()) {
                boolean standsOut =
                        block.size() > HEADING * body && !block.heading().isEmpty() && body > 0;
                found.add(standsOut && title.isPresent() ? block.asHeading(2) : block);
            }
        }
        return found;
    }

    private static Optional<LayoutBlock> title(List<LayoutBlock> blocks, float height) {
        Optional<LayoutBlock> largest = blocks.stream()
                .filter(block -> !block.heading().isEmpty())
                .filter(block -> block.area().top() < 0.6f * height)
                .max(Comparator.comparingDouble(LayoutBlock::size)
                        .thenComparingDouble(block -> -block.area().top()));
        if (largest.isEmpty()) {
            return largest;
        }
        LayoutBlock title = largest.get();
        boolean isAlone = blocks.size() == 1 && title.heading().length() <= MAX_LONELY_TITLE_LENGTH;
        boolean isLarge = title.size() > TITLE * body(blocks, largest);
        boolean isBold = title == blocks.getFirst()
                && title.isBold()
                && title.area().top() < 0.25f * height
                && blocks.stream().skip(1).noneMatch(LayoutBlock::isBold);
        return isAlone || blocks.size() > 1 && (isLarge || isBold) ? largest : Optional.empty();
    }

    private static float body(List<LayoutBlock> blocks, Optional<LayoutBlock> title) {
        FontSizes sizes = new FontSizes();
        blocks.stream()
                .filter(block -> title.isEmpty() || block != title.get())
                .forEach(block -> sizes.add(block.size(), Math.max(1, block.length())));
        return sizes.body();
    }
}
