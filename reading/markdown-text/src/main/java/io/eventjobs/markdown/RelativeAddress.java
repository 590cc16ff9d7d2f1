package io.eventjobs.markdown;

import java.util.Locale;

/**
 * Writes a path as a relative link destination. Only what would end or change the link is percent-encoded, above all spaces; letters of every
 * script and all else stay readable. Pure.
 */
public final class RelativeAddress {
    private static final String KEPT = "-._~/!$&'*+,;=@";

    private RelativeAddress() {}

    public static String of(String path) {
        boolean balanced = LinkTarget.isBalanced(path);
        StringBuilder address = new StringBuilder(path.length() + 16);
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean isKept = c > 0x7e
                    || Character.isLetterOrDigit(c)
                    || balanced && (c == '(' || c == ')')
                    || KEPT.indexOf(c) >= 0 && !(c == '&' && Escape.isEntity(path, i));
            address.append(isKept ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return address.toString();
    }
}
