package io.eventjobs.document.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the title of a slide, which comes first, and what stands out below it. */
final class SlideHeadings {
    private static final float TITLE = 1.12f;
    private static final float HEADING = 1.25f;
    private static final int MAX_LONELY_TITLE_LENGTH = 80;

    private SlideHeadings() {}

    /** @param height of the page */
    static List<LayoutBlock> of(List<LayoutBlock> pieces, float height) {
        Optional<LayoutBlock> title = title(pieces, height);
        float body = body(pieces, title);
        List<LayoutBlock> found = new ArrayList<>();
        title.ifPresent(piece -> found.add(piece.asHeading(1)));
        for (LayoutBlock piece : pieces) {
            if (title.isEmpty() || piece != title.get()) {
                boolean standsOut =
                        piece.size() > HEADING * body && !piece.heading().isEmpty() && body > 0;
                found.add(standsOut && title.isPresent() ? piece.asHeading(2) : piece);
            }
        }
        return found;
    }

    private static Optional<LayoutBlock> title(List<LayoutBlock> pieces, float height) {
        Optional<LayoutBlock> largest = pieces.stream()
                .filter(piece -> !piece.heading().isEmpty())
                .filter(piece -> piece.area().top() < 0.6f * height)
                .max(Comparator.comparingDouble(LayoutBlock::size)
                        .thenComparingDouble(piece -> -piece.area().top()));
        if (largest.isEmpty()) {
            return largest;
        }
        LayoutBlock title = largest.get();
        boolean isAlone = pieces.size() == 1 && title.heading().length() <= MAX_LONELY_TITLE_LENGTH;
        boolean isLarge = title.size() > TITLE * body(pieces, largest);
        boolean isBold = title == pieces.getFirst()
                && title.isBold()
                && title.area().top() < 0.25f * height
                && pieces.stream().skip(1).noneMatch(LayoutBlock::isBold);
        return isAlone || pieces.size() > 1 && (isLarge || isBold) ? largest : Optional.empty();
    }

    private static float body(List<LayoutBlock> pieces, Optional<LayoutBlock> title) {
        FontSizes sizes = new FontSizes();
        pieces.stream()
                .filter(piece -> title.isEmpty() || piece != title.get())
                .forEach(piece -> sizes.add(piece.size(), Math.max(1, piece.length())));
        return sizes.body();
    }
}
