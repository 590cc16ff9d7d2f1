package io.eventjobs.transcript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The time parameters of a TTML document.
 *
 * @param framesPerSecond for times in frames
 * @param subFrames number of subframes per frame
 * @param ticksPerSecond for times in ticks
 */
record TtmlTime(double framesPerSecond, double subFrames, double ticksPerSecond) {
    static final TtmlTime DEFAULT = new TtmlTime(30, 1, 1);
    static final long NEVER = Long.MAX_VALUE;

    /** Longer than any recording. */
    private static final double MAX_SECONDS = 1_000_000;

    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,4}):([0-5]?\\d):([0-5]?\\d)(?:(\\.\\d{1,9})|:(\\d{1,4})(?:\\.(\\d{1,4}))?)?");
    private static final Pattern OFFSET = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(h|ms|m|s|f|t)");

    /** Reads the parameters from the document's root element. */
    static TtmlTime of(XMLStreamReader root) {
        double frames = number(root, "frameRate", 0);
        double subFrames = number(root, "subFrameRate", 1);
        double rate = (frames > 0 ? frames : DEFAULT.framesPerSecond) * multiplier(root);
        double byDefault = frames > 0 ? rate * subFrames : 1;
        return new TtmlTime(rate, subFrames, number(root, "tickRate", byDefault));
    }

    /** The milliseconds of a time expression, also in the spellings of other formats; {@code otherwise} if it is absent or invalid. */
    long millis(@Nullable String expression, long otherwise) {
        if (expression == null) {
            return otherwise;
        }
        Matcher clock = CLOCK.matcher(expression.strip());
        if (clock.matches()) {
            return millis(clock(clock));
        }
        Matcher offset = OFFSET.matcher(expression.strip());
        return offset.matches()
                ? millis(Double.parseDouble(offset.group(1)) * unit(offset.group(2)))
                : CueTiming.time(expression).orElse(otherwise);
    }

    /** Whether a time is stated that cannot be read. */
    boolean isMalformed(@Nullable String expression) {
        return expression != null && millis(expression, -1) < 0;
    }

    private double clock(Matcher clock) {
        double seconds = (Integer.parseInt(clock.group(1)) * 60.0 + Integer.parseInt(clock.group(2))) * 60
                + Integer.parseInt(clock.group(3));
        if (clock.group(4) != null) {
            return seconds + Double.parseDouble("0" + clock.group(4));
        }
        double frames = clock.group(5) == null ? 0 : Integer.parseInt(clock.group(5));
        double parts = clock.group(6) == null ? 0 : Integer.parseInt(clock.group(6));
        return seconds + (frames + parts / subFrames) / framesPerSecond;
    }

    private double unit(String name) {
        return switch (name) {
            case "h" -> 3_600;
            case "m" -> 60;
            case "s" -> 1;
            case "ms" -> 0.001;
            case "f" -> 1 / framesPerSecond;
            default -> 1 / ticksPerSecond;
        };
    }

    private static long millis(double seconds) {
        return Math.round(Math.min(MAX_SECONDS, seconds) * 1_000);
    }

    private static double multiplier(XMLStreamReader root) {
        String written = TtmlParser.attribute(root, "frameRateMultiplier");
        Matcher parts = Pattern.compile("(\\d{1,7})[ :]+(\\d{1,7})").matcher(written == null ? "" : written.strip());
        if (!parts.matches() || Long.parseLong(parts.group(1)) == 0 || Long.parseLong(parts.group(2)) == 0) {
            return 1;
        }
        return (double) Long.parseLong(parts.group(1)) / Long.parseLong(parts.group(2));
    }

    private static double number(XMLStreamReader root, String name, double otherwise) {
        String written = TtmlParser.attribute(root, name);
        boolean isNumber = written != null && written.strip().matches("\\d{1,9}");
        long number = isNumber ? Long.parseLong(String.valueOf(written).strip()) : 0;
        return number > 0 ? number : otherwise;
    }
}
