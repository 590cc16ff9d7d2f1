package io.eventjobs.markdown;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which addresses may be linked ({@code http}, {@code https}, {@code mailto}), and writes them as link destinations. Pure. */
public final class LinkTarget {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final int MAX_LENGTH = 8_000;

    private LinkTarget() {}

    /** The address without surrounding white space and control characters, inner white space encoded; null if it must not be linked. */
    public static @Nullable String address(String written) {
        StringBuilder clean = new StringBuilder(written.length());
        for (char c : written.strip().toCharArray()) {
            if (c == ' ' || c == '\u00a0') {
                clean.append(c == ' ' ? "%20" : "%C2%A0");
            } else if (!Character.isISOControl(c)) {
                clean.append(c);
            }
        }
        int colon = clean.indexOf(":");
        boolean linked = colon > 0
                && clean.length() <= MAX_LENGTH
                && SCHEMES.contains(clean.substring(0, colon).toLowerCase(Locale.ROOT));
        return linked ? clean.toString() : null;
    }

    /** As {@link #address}, with characters escaped that would end the link destination. */
    public static @Nullable String of(String written) {
        String address = address(written);
        if (address == null) {
            return null;
        }
        boolean balanced = isBalanced(address);
        StringBuilder target = new StringBuilder(address.length() + 8);
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean special = c == '\\' || c == '<' || c == '>' || c == '"';
            if (special || !balanced && (c == '(' || c == ')') || c == '&' && Escape.isEntity(address, i)) {
                target.append(special ? percent(c) : "\\" + c);
            } else if (Character.isWhitespace(c)) {
                target.append("%20");
            } else {
                target.append(c);
            }
        }
        return target.toString();
    }

    /** As {@link #of} for the address of an image; a {@code data:} address is replaced by a short one. */
    public static String ofImage(String written) {
        return written.startsWith("data:")
                ? "data:," + Integer.toHexString(written.hashCode())
                : String.valueOf(of(written));
    }

    private static String percent(char c) {
        return "%" + Integer.toHexString(c).toUpperCase(Locale.ROOT);
    }

    /** Whether parentheses are balanced and not nested too deeply, as a destination requires. */
    static boolean isBalanced(String address) {
        int open = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0 || open > 3) {
                return false;
            }
        }
        return open == 0;
    }
}
