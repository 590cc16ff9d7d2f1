package io.eventjobs.document.block;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes raised and lowered characters so that they are not taken for the line's own: 10⁹, H₂O, x^ab. Pure. */
public final class Script {
    private static final String PLAIN = "0123456789+-−=()";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎";

    /** Longer text is raised for its looks. */
    private static final int LONGEST = 20;

    /** Endings of ordinal numbers and marks of names, which are read the same on the line. */
    private static final Set<String> ON_LINE =
            Set.of("st", "nd", "rd", "th", "er", "re", "e", "ème", "o", "a", "TM", "SM", "®", "™", "©", "º", "ª");

    private static final Pattern SIMPLE = Pattern.compile("[\\p{L}\\p{N}]|[*†‡§¶]+");

    private Script() {}

    /** @param before the text on the line before it */
    public static String raised(String text, String before) {
        String core = text.strip();
        if (core.isEmpty() || core.codePoints().allMatch(c -> !Character.isLetterOrDigit(c) && PLAIN.indexOf(c) < 0)) {
            return text;
        }
        boolean afterDigit = !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
        boolean isMark = core.equals(core.toUpperCase(Locale.ROOT));
        if (ON_LINE.contains(core) && (afterDigit || isMark)) {
            return text;
        }
        return written(text, core, RAISED, "^");
    }

    public static String lowered(String text) {
        String core = text.strip();
        return core.isEmpty() ? text : written(text, core, LOWERED, "_");
    }

    private static String written(String text, String core, String shapes, String sign) {
        if (core.length() > LONGEST) {
            return text;
        }
        StringBuilder shaped = new StringBuilder();
        for (int i = 0; i < core.length(); i++) {
            int place = PLAIN.indexOf(core.charAt(i));
            if (place < 0) {
                String marked = SIMPLE.matcher(core).matches() ? sign + core : sign + "(" + core + ")";
                return text.replace(core, marked);
            }
            shaped.append(shapes.charAt(place));
        }
        return text.replace(core, shaped);
    }
}
