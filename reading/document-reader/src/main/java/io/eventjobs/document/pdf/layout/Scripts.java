package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.Script;
import java.util.regex.Pattern;

/** Recognizes raised and lowered characters by size and baseline: 10⁹ is not 109. Pure. */
final class Scripts {
    private static final float SMALLER = 0.85f;
    private static final float RAISED = 0.15f;
    private static final float LOWERED = 0.06f;
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
        if (size >= SMALLER * mainSize) {
            return Place.LEVEL;
        }
        float up = (mainY - y) / mainSize;
        return up > RAISED ? Place.RAISED : up < -LOWERED ? Place.LOWERED : Place.LEVEL;
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
