package io.eventjobs.document.office;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognizes code by its font. */
final class Fonts {
    private static final Pattern MONOSPACED =
            Pattern.compile("mono|courier|consolas|menlo|monaco|inconsolata|source code|fira code|terminal|typewriter");

    private Fonts() {}

    static boolean isMonospaced(@Nullable String family) {
        return family != null
                && MONOSPACED.matcher(family.toLowerCase(Locale.ROOT)).find();
    }
}
