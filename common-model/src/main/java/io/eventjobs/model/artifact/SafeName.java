package io.eventjobs.model.artifact;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns untrusted text (a title, a track, a file name) into a single path segment that is safe on every file system, in a ZIP
 * archive, in an object key and in Obsidian. Unicode is kept in NFC, and so is all that those allow; what they do not allow becomes what a
 * person would write instead, such as a dash for a colon, or {@code _}; invisible characters are removed.
 */
public final class SafeName {
    /** Maximum size of a name in UTF-8. */
    public static final int MAX_BYTES = 120;

    /** Of file systems, and of links in Obsidian. */
    private static final String RESERVED = "\\/:*?\"<>|#^[]%";

    private static final Pattern COLON = Pattern.compile("(?<=[^\\s:]) ?:(?= )");
    private static final Pattern BAR = Pattern.compile("(?<= )[|/](?= )");
    private static final Pattern BETWEEN = Pattern.compile("(?<=[\\p{L}\\p{N}])[:/|](?=[\\p{L}\\p{N}])");
    private static final Pattern QUESTION = Pattern.compile("(?<=[\\p{L}\\p{N})'’”»])[?]+(?= |[)!.,;]|$)");
    private static final Pattern PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final char KEPT_PERCENT = '\ue000';
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private SafeName() {}

    /** A safe name for {@code text}; if nothing of it remains, {@code fallback}, which must be safe itself. */
    public static String of(String text, String fallback) {
        // Composed twice: removing a character may leave two adjacent ones that compose.
        String clean = trimmed(composed(replaced(rewritten(visible(composed(text))))));
        String free = isDevice(clean) ? "_" + clean : clean;
        String bounded = trimmed(cut(free, MAX_BYTES));
        return bounded.isEmpty() ? fallback : bounded;
    }

    /**
     * As {@link #of}, without trailing {@code extension}s in any case, so that {@code session.md} does not become {@code session.md.md}.
     */
    public static String stem(String text, String extension, String fallback) {
        String stem = text.strip();
        while (stem.toLowerCase(Locale.ROOT).endsWith(extension)) {
            stem = stem.substring(0, stem.length() - extension.length());
        }
        return of(stem, fallback);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Without invisible characters, and with single spaces. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                appendSpace(visible);
            } else if (!isInvisible(point)) {
                visible.appendCodePoint(point);
            }
        });
        return visible.toString().strip();
    }

    /** What a person would write instead of a reserved character, where the text around it tells. */
    private static String rewritten(String text) {
        String dashed = BETWEEN.matcher(
                        BAR.matcher(COLON.matcher(text).replaceAll(" -")).replaceAll("-"))
                .replaceAll("-");
        return QUESTION.matcher(PERCENT.matcher(dashed).replaceAll(String.valueOf(KEPT_PERCENT)))
                .replaceAll("")
                .replace('"', '\'')
                .replace('[', '(')
                .replace(']', ')');
    }

    private static String replaced(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            safe.append(c == KEPT_PERCENT ? '%' : RESERVED.indexOf(c) >= 0 ? '_' : c);
        }
        return safe.toString();
    }

    private static void appendSpace(StringBuilder safe) {
        if (!safe.isEmpty() && safe.charAt(safe.length() - 1) != ' ') {
            safe.append(' ');
        }
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Strips leading and trailing dots and spaces: they make hidden files and {@code ..}, and Windows drops them silently. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isTrimmed(text.charAt(start))) {
            start++;
        }
        while (end > start && isTrimmed(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isTrimmed(char c) {
        return c == '.' || c == ' ';
    }

    private static String cut(String text, int maxBytes) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            bytes += new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > maxBytes) {
                break;
            }
            cut.appendCodePoint(point);
            i += Character.charCount(point);
        }
        return cut.toString();
    }

    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        return DEVICES.contains((dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT));
    }
}
