package io.eventjobs.worker.session.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads WebVTT (W3C) and SRT: cues in their order, tags and settings dropped. Linear; what is broken is passed over. */
public final class SubtitleReader {
    private static final int MOST_CUES = 50_000;
    private static final int LONGEST_LINE = 2_000;
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final Pattern TIMING = Pattern.compile(
            "^\\s*(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})\\s*-->\\s*(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})(?:\\s.*)?$");
    private static final Pattern TAG = Pattern.compile("<[^>]{0,200}>|\\{\\\\[^}]{0,100}\\}");

    private SubtitleReader() {}

    /** Whether the text looks like subtitles. */
    public static boolean isSubtitles(String text) {
        String head = text.substring(0, Math.min(text.length(), 4_000));
        return head.strip().startsWith("WEBVTT")
                || head.lines().limit(20).anyMatch(line -> TIMING.matcher(line).matches());
    }

    /** Bytes as text: byte order mark, UTF-8 if it is valid, else windows-1252. */
    public static String decoded(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, LATIN);
        }
    }

    /** The cues of a text; empty if it has none. */
    public static List<Cue> read(String text) {
        List<Cue> cues = new ArrayList<>();
        Matcher timing = null;
        StringBuilder words = new StringBuilder();
        for (String raw : (Iterable<String>) text.replace("\u0000", "\ufffd").lines()::iterator) {
            String line = raw.length() <= LONGEST_LINE ? raw : raw.substring(0, LONGEST_LINE);
            Matcher next = line.contains("-->") ? TIMING.matcher(line) : null;
            if (next != null) {
                add(cues, timing, words);
                timing = next.matches() ? next : null;
            } else if (line.isBlank()) {
                add(cues, timing, words);
                timing = null;
            } else if (timing != null) {
                words.append(words.isEmpty() ? "" : " ").append(line.strip());
            }
            if (cues.size() >= MOST_CUES) {
                return cues;
            }
        }
        add(cues, timing, words);
        return cues;
    }

    private static void add(List<Cue> cues, @Nullable Matcher timing, StringBuilder words) {
        if (timing != null) {
            String plain = Parser.unescapeEntities(TAG.matcher(words).replaceAll(""), false)
                    .replaceAll("\\s+", " ")
                    .strip();
            Duration start = time(timing, 1);
            Duration end = time(timing, 5);
            if (!plain.isEmpty() && end.compareTo(start) > 0) {
                cues.add(new Cue(start, end, plain));
            }
        }
        words.setLength(0);
    }

    private static Duration time(Matcher timing, int from) {
        long hours = timing.group(from) == null ? 0 : Long.parseLong(timing.group(from));
        String fraction = (timing.group(from + 3) + "00").substring(0, 3);
        return Duration.ofHours(hours)
                .plusMinutes(Long.parseLong(timing.group(from + 1)))
                .plusSeconds(Long.parseLong(timing.group(from + 2)))
                .plusMillis(Long.parseLong(fraction));
    }
}
