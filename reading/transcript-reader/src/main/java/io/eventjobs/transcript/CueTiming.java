package io.eventjobs.transcript;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The timing line of a cue, in any spelling that real files have. The end is never before the start. */
record CueTiming(long startMillis, long endMillis) {
    private static final String ARROW = "-->";
    private static final int MAX_START_LENGTH = 30;

    /**
     * Hours may be missing, and then minutes go on above 59; the fraction may be missing, and follows a point, a comma or a colon; there may
     * be blanks between the parts, as machine translation leaves them.
     */
    private static final String TIME =
            "-?\\s?(?:(\\d{1,9})\\s?:\\s?)?(\\d{1,9})\\s?:\\s?([0-5]?\\d)(?:\\s?[.,:;]\\s?(\\d{1,9}))?(?![\\d:])";

    private static final String ANY_ARROW =
            "\\s*+(?:(?:[-=\u2010-\u2015\u2212]\\s?){1,3}(?:>|&gt;)|[\u2192\u21d2\u27f6])\\s*+";
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    private static final int UNICODE = Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern WITH_ARROW = Pattern.compile("\\s*+" + TIME + ANY_ARROW + TIME, UNICODE);
    private static final Pattern WITH_COMMA = Pattern.compile("\\s*+" + TIME + "\\s?,\\s?" + TIME + "\\s*+", UNICODE);
    private static final Pattern SECONDS =
            Pattern.compile("\\s*+(\\d{1,9}[.,]\\d{1,9})s?\\s*+-->\\s*+(\\d{1,9}[.,]\\d{1,9})s?(?!\\S)", UNICODE);

    CueTiming {
        endMillis = Math.max(startMillis, endMillis);
    }

    /** Reads {@code START --> END}, with anything after it, as in WebVTT and SubRip. */
    static Optional<CueTiming> withArrow(String line) {
        if (!beginsLikeATime(line)) {
            return Optional.empty();
        }
        String plain = plain(line);
        Matcher matcher = WITH_ARROW.matcher(plain);
        if (matcher.lookingAt()) {
            return Optional.of(new CueTiming(millis(matcher, 1), millis(matcher, 5)));
        }
        Matcher seconds = SECONDS.matcher(plain);
        return seconds.lookingAt()
                ? Optional.of(new CueTiming(seconds(seconds.group(1)), seconds(seconds.group(2))))
                : Optional.empty();
    }

    /** Reads {@code START,END}, as in SubViewer. */
    static Optional<CueTiming> withComma(String line) {
        if (!beginsLikeATime(line)) {
            return Optional.empty();
        }
        Matcher matcher = WITH_COMMA.matcher(plain(line));
        return matcher.matches()
                ? Optional.of(new CueTiming(millis(matcher, 1), millis(matcher, 5)))
                : Optional.empty();
    }

    /** Reads one time; empty if it is malformed. */
    static Optional<Long> time(String text) {
        Matcher matcher = Pattern.compile("\\s*+" + TIME + "\\s*+", UNICODE).matcher(plain(text));
        return matcher.matches() ? Optional.of(millis(matcher, 1)) : Optional.empty();
    }

    /** Whether a line is meant as the timing line of a cue, readable or not; text may contain an arrow too. */
    static boolean isMeant(String line) {
        int arrow = line.indexOf(ARROW);
        String start = arrow < 0 ? "" : line.substring(0, arrow).strip();
        return start.length() <= MAX_START_LENGTH && start.indexOf(':') >= 0 && beginsLikeATime(start);
    }

    static boolean hasArrow(String line) {
        return line.contains(ARROW);
    }

    private static boolean beginsLikeATime(String line) {
        int at = 0;
        while (at < line.length()
                && (Character.isWhitespace(line.charAt(at)) || line.charAt(at) == '-' || isUnseen(line.charAt(at)))) {
            at++;
        }
        return at < line.length() && Character.isDigit(line.charAt(at));
    }

    /** With the ASCII forms of full-width digits and colons, without marks of direction and of byte order. */
    private static String plain(String line) {
        return line.chars().allMatch(c -> c < 128)
                ? line
                : UNSEEN.matcher(Normalizer.normalize(line, Normalizer.Form.NFKC))
                        .replaceAll("");
    }

    private static boolean isUnseen(char c) {
        return Character.getType(c) == Character.FORMAT;
    }

    private static long millis(Matcher matcher, int group) {
        String hours = matcher.group(group);
        long minutes = (hours == null ? 0 : Long.parseLong(hours)) * 60 + Long.parseLong(matcher.group(group + 1));
        long seconds = minutes * 60 + Long.parseLong(matcher.group(group + 2));
        boolean isNegative = matcher.group().stripLeading().startsWith("-") && group == 1;
        return isNegative ? 0 : seconds * 1_000 + fraction(matcher.group(group + 3));
    }

    private static long seconds(String written) {
        String[] parts = written.split("[.,]");
        return Long.parseLong(parts[0]) * 1_000 + fraction(parts[1]);
    }

    private static long fraction(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "00").substring(0, 3));
    }
}
