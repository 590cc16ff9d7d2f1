package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.Script;
import java.util.regex.Pattern;

/** Recognizes raised and lowered characters by size and baseline: 10⁹ is not 109. Pure. */
final class Scripts {
    private static final float SMALLER = 0.85f;
    private static final float RAISED = 0.15f;
    private static final float LOWERED = 0.06f;
    /** Of text of the same size. */
    private static final float FAR = 0.28f;

    private static final float FARTHEST = 0.65f;
    private static final Pattern NUMBER = Pattern.compile("[-+−\\d]");
    /** Words beside larger text are set smaller for other reasons. */
    private static final Pattern SHORT = Pattern.compile("[-+−=(]*\\d[\\d+\\-−=(),a-z]{0,7}|\\p{Ll}|[-+−]");

    private Scripts() {}

    /** How a text stands beside the main text of its line. */
    enum Place {
        LEVEL,
        RAISED,
        LOWERED
    }

    /** @param y baseline */
    static Place place(float size, float y, float mainSize, float mainY) {
        float up = (mainY - y) / mainSize;
        boolean isSmaller = size < SMALLER * mainSize;
        if (up > (isSmaller ? RAISED : FAR)) {
            return Place.RAISED;
        }
        return up < -(isSmaller ? LOWERED : FAR) ? Place.LOWERED : Place.LEVEL;
    }

    /** Whether a glyph far above or below the baseline still belongs to the line: it touches the text before it, and is a number. */
    static boolean belongs(Glyph glyph, Glyph main, float gap) {
        float size = main.size();
        return Math.abs(glyph.y() - main.y()) < FARTHEST * size
                && glyph.size() <= size
                && gap > -0.15f * size
                && gap < 0.2f * size
                && NUMBER.matcher(glyph.text()).matches();
    }

    /** @param before the text before it on the line */
    static String written(String text, Place place, String before) {
        if (!SHORT.matcher(text).matches()) {
            return text;
        }
        return switch (place) {
            case LEVEL -> text;
            case RAISED -> Script.raised(text, before);
            case LOWERED -> Script.lowered(text);
        };
    }
}
