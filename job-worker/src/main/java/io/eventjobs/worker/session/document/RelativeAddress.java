package io.eventjobs.worker.session.document;

import java.util.Locale;

/** Encodes a path in the bundle for a link: letters of every script stay readable, the rest is percent-encoded. */
public final class RelativeAddress {
    private static final String UNRESERVED = "-._~/";

    private RelativeAddress() {}

    public static String of(String path) {
        StringBuilder address = new StringBuilder(path.length() + 16);
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c > 0x7e || Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
                address.append(c);
            } else {
                address.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return address.toString();
    }
}
