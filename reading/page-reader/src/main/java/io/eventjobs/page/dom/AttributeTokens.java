package io.eventjobs.page.dom;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** The tokens of an attribute with several values, such as {@code class}; attributes are cut at {@value #MAX_LENGTH} characters. */
public final class AttributeTokens {
    static final int MAX_LENGTH = 1_000;

    private AttributeTokens() {}

    /** Passes each token to the callback, in lower case. */
    public static void in(String attribute, Consumer<String> each) {
        int length = Math.min(attribute.length(), MAX_LENGTH);
        int start = 0;
        for (int i = 0; i <= length; i++) {
            if (i == length || attribute.charAt(i) <= ' ') {
                if (i > start) {
                    each.accept(attribute.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = i + 1;
            }
        }
    }

    /** @param wanted in lower case */
    public static boolean hasOneOf(String attribute, Set<String> wanted) {
        if (attribute.isEmpty()) {
            return false;
        }
        boolean[] found = new boolean[1];
        in(attribute, name -> found[0] |= wanted.contains(name));
        return found[0];
    }
}
