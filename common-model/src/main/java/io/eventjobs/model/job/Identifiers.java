package io.eventjobs.model.job;

import java.util.regex.Pattern;

/** The form that all identifiers share: characters that need no escaping in a URL, an object key or a log line. */
final class Identifiers {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private Identifiers() {}

    static void requireWellFormed(String what, String value) {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    what + " must match " + FORM.pattern() + ", but is " + abbreviated(value));
        }
    }

    static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    private static String abbreviated(String value) {
        return value.length() <= 120 ? '"' + value + '"' : '"' + value.substring(0, 120) + "…\"";
    }
}
