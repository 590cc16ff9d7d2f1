package io.eventjobs.page.facts;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses dates as people write them, with month names or in numbers, in several languages. Ambiguous dates are not guessed. */
public final class DateParser {
    private static final int MAX_LENGTH = 300;
    private static final Map<String, Integer> MONTHS =
            months("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "cs");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![\\d./])(\\d{1,2})([./])\\s?(\\d{1,2})\\2\\s?(\\d{4})(?![./]?\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th|er)?\\s+(?:de\\s+)?(\\p{L}{3,12})\\.?,?\\s+(?:de\\s+)?(\\d{4})(?!\\d)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)");

    private DateParser() {}

    /** The first date of a text in ISO 8601; null if there is none. */
    public static @Nullable String iso(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        String written = TimeParser.isoDate(text);
        if (written != null) {
            return written;
        }
        Matcher day = DAY_FIRST.matcher(text);
        while (day.find()) {
            String date = date(day.group(3), month(day.group(2)), day.group(1));
            if (date != null) {
                return date;
            }
        }
        Matcher month = MONTH_FIRST.matcher(text);
        while (month.find()) {
            String date = date(month.group(3), month(month.group(1)), month.group(2));
            if (date != null) {
                return date;
            }
        }
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.find() ? ofNumbers(numbers) : null;
    }

    /** Dates with dots always start with the day; with slashes the order is known only if one number cannot be a month. */
    private static @Nullable String ofNumbers(Matcher numbers) {
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        boolean isDayFirst = numbers.group(2).equals(".") || first > 12;
        if (isDayFirst || first == second) {
            return date(numbers.group(4), second, numbers.group(1));
        }
        return second > 12 ? date(numbers.group(4), first, numbers.group(3)) : null;
    }

    private static @Nullable Integer month(String name) {
        return MONTHS.get(name.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String date(String year, @Nullable Integer month, String day) {
        if (month == null) {
            return null;
        }
        try {
            return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day))
                    .toString();
        } catch (DateTimeException e) {
            // No such day.
            return null;
        }
    }

    private static Map<String, Integer> months(String... languages) {
        Map<String, Integer> months = new HashMap<>();
        for (String language : languages) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.of(language));
            for (String[] names : List.of(symbols.getMonths(), symbols.getShortMonths())) {
                for (int month = 0; month < 12; month++) {
                    String name = names[month].toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
                    months.putIfAbsent(name, month + 1);
                }
            }
        }
        return Map.copyOf(months);
    }
}
