package io.eventjobs.document.office.content;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognizes code by its font. */
public final class Fonts {
    private static final Pattern MONOSPACED =
            Pattern.compile("mono|courier|consolas|menlo|monaco|inconsolata|source code|fira code|terminal|typewriter");

    private Fonts() {}

    public static boolean isMonospaced(@Nullable String family) {
        return family != null
                && MONOSPACED.matcher(family.toLowerCase(Locale.ROOT)).find();
    }
}
