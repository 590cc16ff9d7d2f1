package io.eventjobs.transcript;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The timing line of a cue. */
record CueTiming(long startMillis, long endMillis) {
    static final String ARROW = "-->";

    /** As accepted by the WebVTT specification's parser: two-digit units, any number of hours, three-digit fraction. */
    private static final Pattern WEB_VTT = Pattern.compile("[ \\t\\f]*+" + time("[0-5]\\d", "\\.(\\d{3})")
            + "[ \\t\\f]*+-->[ \\t\\f]*+" + time("[0-5]\\d", "\\.(\\d{3})"));

    /** As found in real SubRip files: comma or point, one-digit units, short fractions. */
    private static final Pattern SUB_RIP = Pattern.compile("[ \\t]*+" + time("[0-5]?\\d", "[.,](\\d{1,3})")
            + "[ \\t]*+-->[ \\t]*+" + time("[0-5]?\\d", "[.,](\\d{1,3})"));

    static Optional<CueTiming> ofWebVtt(String line) {
        return of(WEB_VTT, line);
    }

    static Optional<CueTiming> ofSubRip(String line) {
        return of(SUB_RIP, line);
    }

    private static Optional<CueTiming> of(Pattern pattern, String line) {
        if (!line.contains(ARROW)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(line);
        return matcher.lookingAt()
                ? Optional.of(new CueTiming(millis(matcher, 1), millis(matcher, 5)))
                : Optional.empty();
    }

    private static String time(String sixty, String fraction) {
        return "(?:(\\d{1,9}):)?(" + sixty + "):(" + sixty + ")" + fraction + "(?!\\d)";
    }

    private static long millis(Matcher matcher, int group) {
        String hours = matcher.group(group);
        String fraction = matcher.group(group + 3);
        long minutes = (hours == null ? 0 : Long.parseLong(hours)) * 60 + Long.parseLong(matcher.group(group + 1));
        long seconds = minutes * 60 + Long.parseLong(matcher.group(group + 2));
        return seconds * 1_000 + Long.parseLong((fraction + "00").substring(0, 3));
    }
}
