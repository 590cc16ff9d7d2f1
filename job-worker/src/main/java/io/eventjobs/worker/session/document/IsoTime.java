package io.eventjobs.worker.session.document;

import java.util.regex.Pattern;

/**
 * A date, or a date with a time, in ISO 8601.
 *
 * @param text as {@code 2026-10-03} or {@code 2026-10-03T13:50:00+02:00}
 */
record IsoTime(String text) {
    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})?)?");

    /** The text as such a value if it is one; else, as for a time without its day, the text. */
    static Object orText(String text) {
        return FORM.matcher(text).matches() ? new IsoTime(text) : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
