package io.eventjobs.page.facts;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates, times and spans in text as pages write them, and the text around a span. */
public final class TimeParser {
    private static final int MAX_LENGTH = 300;
    private static final String CLOCK = "([0-2]?\\d(?:[:.h][0-5]\\d)?(?:\\s?[AaPp]\\.?[Mm]\\.?)?)";
    private static final Pattern SPAN = Pattern.compile("\\b" + CLOCK
            + "(?:\\s?(?:Uhr|h))?\\s*(?:-|–|—|−|to|bis|until|à|a|al|tot|do|till)\\s*" + CLOCK + "(?![\\d-])");
    private static final Pattern ONE = Pattern.compile("\\b([0-2]?\\d[:h][0-5]\\d(?:\\s?[AaPp]\\.?[Mm]\\.?)?)");
    private static final Pattern ISO_DATE = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern EDGES = Pattern.compile("^[\\s,;|@·•()–—-]+|[\\s,;|@·•(–—-]+$");

    private TimeParser() {}

    /** A span of time in a text; the text before and after it has no separators. */
    public record Span(String before, String start, String end, String after) {}

    public static @Nullable Span span(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        Matcher span = SPAN.matcher(text);
        while (span.find()) {
            if (isClock(span.group(1)) && isClock(span.group(2))
                    || isClock(span.group(2)) && !isYear(span.group(1), text)) {
                return new Span(
                        trimmed(text.substring(0, span.start())),
                        span.group(1),
                        span.group(2),
                        trimmed(text.substring(span.end())));
            }
        }
        return null;
    }

    /** The first time of day in a text. */
    public static @Nullable String time(String text) {
        Matcher one = ONE.matcher(text.length() > MAX_LENGTH ? "" : text);
        return one.find() ? one.group(1) : null;
    }

    /** The first ISO 8601 date in a text. */
    public static @Nullable String isoDate(String text) {
        Matcher date = ISO_DATE.matcher(text.length() > MAX_LENGTH ? "" : text);
        return date.find() ? date.group(1) : null;
    }

    public static String trimmed(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    private static boolean isClock(String time) {
        return time.indexOf(':') > 0
                || time.indexOf('h') > 0
                || time.toLowerCase(Locale.ROOT).endsWith("m")
                || time.indexOf('.') > 0;
    }

    private static boolean isYear(String time, String text) {
        return time.length() < 3 && text.contains("20" + time);
    }
}
