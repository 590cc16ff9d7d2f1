package io.eventjobs.document.pdf;

import java.util.Optional;

/** The size of a page image in pixels. */
record PixelSize(int width, int height) {
    static final int WIDTH = 1_280;
    static final double MAX_PIXELS = 4_000_000;
    /** Well below the limit of JPEG. */
    static final double MAX_SIDE = 16_000;

    /**
     * 1,280 pixels wide with the page's aspect ratio, or smaller if that would be too many pixels: a PDF page may legally be metres long,
     * and drawing it at full size would exhaust memory. Empty for a page without an area.
     */
    static Optional<PixelSize> of(double pageWidth, double pageHeight) {
        if (!(pageWidth > 0) || !(pageHeight > 0) || Double.isInfinite(pageWidth) || Double.isInfinite(pageHeight)) {
            return Optional.empty();
        }
        double height = WIDTH * (pageHeight / pageWidth);
        double byPixels = Math.sqrt(MAX_PIXELS / (WIDTH * height));
        double shrink = Math.min(1, Math.min(byPixels, MAX_SIDE / height));
        return Optional.of(new PixelSize(atLeastOne(WIDTH * shrink), atLeastOne(height * shrink)));
    }

    private static int atLeastOne(double length) {
        return Math.max(1, (int) length);
    }
}
