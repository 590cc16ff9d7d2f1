package io.eventjobs.model.job;

import java.util.regex.Pattern;

/** The one form of identifiers: what may stand in a URL, an object key and a log line without escaping. */
final class Identifiers {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private Identifiers() {}

    static void requireShort(String what, String value) {
        if (!isShort(value)) {
            throw new IllegalArgumentException(
                    what + " must match " + FORM.pattern() + ", but is " + abbreviated(value));
        }
    }

    static boolean isShort(String value) {
        return FORM.matcher(value).matches();
    }

    private static String abbreviated(String value) {
        return value.length() <= 120 ? '"' + value + '"' : '"' + value.substring(0, 120) + "…\"";
    }
}
