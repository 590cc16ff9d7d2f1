package io.eventjobs.schedule;

import io.eventjobs.encoding.CharacterEncoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a schedule, decoded by byte order mark or zero bytes; else as UTF-8 if valid; else as its XML declaration or HTTP header says;
 * else as UTF-8 or Western, whichever fits better. Bytes that do not fit are replaced.
 *
 * @param warning if the encoding is a guess; null if not
 */
record ScheduleText(String text, @Nullable String warning) {
    private static final int LOOK = 300;
    private static final String CALENDAR = "begin:vcalendar";
    private static final Pattern DECLARED =
            Pattern.compile("\\A\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    /** @param label from the HTTP header, null if none */
    static ScheduleText of(byte[] bytes, @Nullable String label) {
        String start = new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1);
        boolean isCalendar = start.toLowerCase(Locale.ROOT).contains(CALENDAR);
        return decoded(isCalendar ? unfolded(bytes) : bytes, start, label);
    }

    private static ScheduleText decoded(byte[] bytes, String start, @Nullable String label) {
        Optional<CharacterEncoding> wide =
                CharacterEncoding.ofByteOrderMark(bytes).or(() -> wide(start));
        if (wide.isPresent()) {
            return new ScheduleText(wide.get().decode(bytes), null);
        }
        Matcher declaration = DECLARED.matcher(start);
        Optional<CharacterEncoding> named = CharacterEncoding.ofLabel(declaration.find() ? declaration.group(1) : null)
                .or(() -> CharacterEncoding.ofLabel(label))
                .filter(encoding -> !encoding.equals(CharacterEncoding.UTF_8));
        Optional<String> unicode = CharacterEncoding.UTF_8.decodeStrictly(bytes);
        if (unicode.isPresent() && named.filter(ScheduleText::isOfAsciiBytes).isEmpty()) {
            return new ScheduleText(unicode.get(), null);
        }
        if (named.isPresent()) {
            return new ScheduleText(named.get().decode(bytes), null);
        }
        String lenient = CharacterEncoding.UTF_8.decode(bytes);
        long wrong = lenient.chars().filter(c -> c == '\ufffd').count();
        long beyondAscii = lenient.chars().filter(c -> c >= 128).count();
        return wrong * 2 <= beyondAscii
                ? new ScheduleText(lenient, "Some of its bytes are not UTF-8 and were replaced")
                : new ScheduleText(
                        CharacterEncoding.WINDOWS_1252.decode(bytes),
                        "It is not UTF-8 and names no character set, and was taken to be windows-1252");
    }

    /** Japanese mail switches between scripts by escape sequences, which are valid UTF-8. */
    private static boolean isOfAsciiBytes(CharacterEncoding encoding) {
        return encoding.name().equals("iso-2022-jp");
    }

    /** In UTF-16 every ASCII character is next to a zero byte. */
    private static Optional<CharacterEncoding> wide(String start) {
        if (start.length() < 2 || start.charAt(0) != 0 && start.charAt(1) != 0) {
            return Optional.empty();
        }
        return Optional.of(start.charAt(0) == 0 ? CharacterEncoding.UTF_16BE : CharacterEncoding.UTF_16LE);
    }

    /** Lines of iCalendar are folded by bytes, also within a character, so they are unfolded before they are decoded. */
    private static byte[] unfolded(byte[] bytes) {
        ByteArrayOutputStream unfolded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int end = i + (i + 1 < bytes.length && bytes[i] == '\r' && bytes[i + 1] == '\n' ? 2 : 1);
            boolean endsLine = bytes[i] == '\r' || bytes[i] == '\n';
            if (endsLine && end < bytes.length && (bytes[end] == ' ' || bytes[end] == '\t')) {
                i = end;
            } else {
                unfolded.write(bytes[i]);
            }
        }
        return unfolded.toByteArray();
    }
}
