package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The text of a cue without tags and inline times (WebVTT, SubRip), positions in braces (SubRip) and character references.
 *
 * @param voice the name in the voice tag, null if there is none
 */
record CueText(@Nullable String voice, String text) {
    private static final Pattern UNFINISHED = Pattern.compile("<(?:[</.A-Za-z][^\\s<>]*+|\\d*+:[\\d:.]*+)?\\s*+");

    /** One entry for each voice, in order; empty if there is no text. */
    static List<CueText> of(String raw) {
        List<CueText> texts = new ArrayList<>();
        StringBuilder plain = new StringBuilder(raw.length());
        String voice = null;
        int lastTagEnd = raw.lastIndexOf('>');
        int lastBraceEnd = raw.lastIndexOf('}');
        for (int i = 0; i < raw.length(); i++) {
            if (i < lastTagEnd && opensTag(raw, i)) {
                int end = raw.indexOf('>', i);
                String tag = raw.substring(i + 1, end);
                String next = tag.equals("/v") ? null : voiceIn(tag);
                if (next != null || tag.equals("/v")) {
                    add(voice, plain, texts);
                    voice = next;
                }
                i = end;
            } else if (i > lastTagEnd && isUnfinishedTag(raw, i)) {
                break;
            } else if (i < lastBraceEnd && raw.startsWith("{\\", i)) {
                i = raw.indexOf('}', i);
            } else {
                plain.append(raw.charAt(i));
            }
        }
        add(voice, plain, texts);
        return texts;
    }

    private static void add(@Nullable String voice, StringBuilder plain, List<CueText> texts) {
        String text = readable(Parser.unescapeEntities(plain.toString(), false));
        plain.setLength(0);
        if (!text.isEmpty()) {
            texts.add(new CueText(voice, text));
        }
    }

    /** Distinguishes a tag from a "less than" sign in running text. */
    private static boolean opensTag(String raw, int at) {
        if (raw.charAt(at) != '<') {
            return false;
        }
        char next = raw.charAt(at + 1);
        return Character.isLetterOrDigit(next) || next == '/' || next == '.' || next == '>';
    }

    /** A tag truncated by the end of the cue. */
    private static boolean isUnfinishedTag(String raw, int at) {
        return raw.charAt(at) == '<'
                && UNFINISHED.matcher(raw).region(at, raw.length()).matches();
    }

    private static @Nullable String voiceIn(String tag) {
        boolean isVoice = tag.startsWith("v ") || tag.startsWith("v.") || tag.startsWith("v\t");
        int space = tag.indexOf(' ');
        if (!isVoice || space < 0) {
            return null;
        }
        String name = readable(Parser.unescapeEntities(tag.substring(space + 1), false));
        return name.isEmpty() ? null : name.replace('\n', ' ');
    }

    /** Trims lines, removes control characters, collapses spaces and drops blank lines. */
    static String readable(String text) {
        List<String> lines = new ArrayList<>();
        for (LineCursor cursor = new LineCursor(text); !cursor.atEnd(); ) {
            String line = oneSpaced(cursor.next());
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    static String oneSpaced(String line) {
        StringBuilder spaced = new StringBuilder(line.length());
        boolean pending = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                pending = true;
            } else {
                spaced.append(pending && !spaced.isEmpty() ? " " : "").append(c);
                pending = false;
            }
        }
        return spaced.toString();
    }
}
