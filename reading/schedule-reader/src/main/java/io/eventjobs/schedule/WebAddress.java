package io.eventjobs.schedule;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as schedules write them; resolved, otherwise unchanged. */
final class WebAddress {
    private static final int MAX_LENGTH = 2_000;
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(?!\\d)");
    private static final Pattern UNWISE = Pattern.compile("[\\s\"<>^`{|}\\\\\\[\\]]");

    private WebAddress() {}

    /** An absolute http or https address; null if it is another kind of address, or relative without a base. */
    static @Nullable String absolute(@Nullable URI base, @Nullable String written) {
        String text = CleanText.line(written);
        if (text == null || text.length() > MAX_LENGTH) {
            return null;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return hasHost(text) ? text.replace(" ", "%20") : null;
        }
        if (lower.startsWith("www.")) {
            return "https://" + text.replace(" ", "%20");
        }
        if (SCHEME.matcher(text).lookingAt() || base == null) {
            return null;
        }
        URI target = uri(text);
        URI absolute = target == null ? null : base.resolve(target);
        return absolute == null || absolute.getHost() == null ? null : absolute.toString();
    }

    /** An http or https address as a URI; null if invalid. */
    static @Nullable URI base(@Nullable URI outer, @Nullable String written) {
        String absolute = absolute(outer, written);
        return absolute == null ? null : uri(absolute);
    }

    private static boolean hasHost(String text) {
        URI uri = uri(text);
        return uri != null
                && uri.getRawAuthority() != null
                && uri.getRawAuthority().indexOf('%') < 0;
    }

    /** For parsing only: addresses of Matrix rooms contain a second hash, which URIs do not allow. */
    private static @Nullable URI uri(String text) {
        int hash = text.indexOf('#') + 1;
        String once = hash == 0
                ? text
                : text.substring(0, hash) + text.substring(hash).replace("#", "%23");
        try {
            return new URI(UNWISE.matcher(once)
                    .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0))));
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
