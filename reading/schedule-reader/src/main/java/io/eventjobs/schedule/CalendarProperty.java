package io.eventjobs.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A content line of iCalendar.
 *
 * @param name in upper case
 * @param parameters as written, each after a semicolon
 */
record CalendarProperty(String name, String parameters, String value) {
    private static final Pattern NAMED = Pattern.compile("[A-Za-z0-9-]{1,100}[;:]");

    /** Null if the line is none. */
    static @Nullable CalendarProperty of(String line) {
        if (!NAMED.matcher(line).lookingAt()) {
            return null;
        }
        int colon = -1;
        boolean quoted = false;
        for (int i = 0; i < line.length() && colon < 0; i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            colon = c == ':' && !quoted ? i : -1;
        }
        if (colon <= 0) {
            return null;
        }
        String head = line.substring(0, colon);
        int semicolon = head.indexOf(';');
        return new CalendarProperty(
                (semicolon < 0 ? head : head.substring(0, semicolon)).toUpperCase(Locale.ROOT),
                semicolon < 0 ? "" : head.substring(semicolon),
                line.substring(colon + 1));
    }

    /** With a further line, which its writer did not fold. */
    CalendarProperty continued(String line) {
        return new CalendarProperty(name, parameters, value + "\n" + line);
    }

    boolean is(String wantedName, String wantedValue) {
        return name.equals(wantedName) && value.strip().equalsIgnoreCase(wantedValue);
    }

    /** The value without escapes. */
    String text() {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\' || i + 1 == value.length()) {
                text.append(c);
            } else {
                char escaped = value.charAt(++i);
                text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            }
        }
        return text.toString();
    }

    /** The values of a list, without escapes; at least one. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',') {
                texts.add(new CalendarProperty(name, parameters, value.substring(start, i)).text());
                start = i + 1;
            }
            i += c == '\\' ? 1 : 0;
        }
        texts.add(new CalendarProperty(name, parameters, value.substring(start)).text());
        return texts;
    }

    /** A parameter without quotes; null if there is none. */
    @Nullable String parameter(String wanted) {
        String marked = ";" + wanted + "=";
        int at = parameters.toUpperCase(Locale.ROOT).indexOf(marked);
        if (at < 0) {
            return null;
        }
        String rest = parameters.substring(at + marked.length());
        boolean quoted = rest.startsWith("\"");
        int end = rest.indexOf(quoted ? '"' : ';', 1);
        return rest.substring(quoted ? 1 : 0, end < 0 ? rest.length() : end);
    }
}
