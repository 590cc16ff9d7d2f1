package io.eventjobs.transcript;

import io.eventjobs.encoding.Surrogates;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The text of a cue without tags and inline times (WebVTT, SubRip), positions in braces (SubRip) and character references. Brackets that are
 * no tags are text.
 *
 * @param voice the name in the voice tag, null if there is none
 */
record CueText(@Nullable String voice, String text) {
    /** One entry for each voice, in order; empty if there is no text. */
    static List<CueText> of(String raw) {
        List<CueText> texts = new ArrayList<>();
        StringBuilder plain = new StringBuilder(raw.length());
        CueTag tag = new CueTag(raw);
        String voice = null;
        int lastTagEnd = raw.lastIndexOf('>');
        int lastBraceEnd = raw.lastIndexOf('}');
        for (int i = 0; i < raw.length(); i++) {
            if (i < lastTagEnd && tag.isAt(i)) {
                String next = name(tag.voice());
                if (next != null || tag.endsVoice()) {
                    add(voice, plain, texts);
                    voice = next;
                }
                plain.append(tag.breaksLine() ? "\n" : "");
                i = tag.end() - 1;
            } else if (i > lastTagEnd && tag.isCutOffAt(i)) {
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

    private static @Nullable String name(@Nullable String annotation) {
        String name = annotation == null ? "" : readable(Parser.unescapeEntities(annotation, false));
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

    /** Byte order marks, and what turns the direction of all text that follows. */
    private static boolean isControl(char c) {
        return c == '\ufeff' || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
    }

    /** On one line; half of a surrogate pair, which no encoding can express, is replaced. */
    static String oneSpaced(String line) {
        StringBuilder spaced = new StringBuilder(line.length());
        boolean pending = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                pending = true;
            } else if (!isControl(c)) {
                spaced.append(pending && !spaced.isEmpty() ? " " : "").append(c);
                pending = false;
            }
        }
        return Surrogates.replaceUnpaired(spaced.toString());
    }
}
