package io.eventjobs.worker.session.media;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The text of a cue without its markup: tags and inline times (WebVTT, SubRip), positions in braces (SubRip), entities.
 *
 * @param voice the name in the first voice tag
 */
record CueText(@Nullable String voice, String text) {
    static CueText of(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        String voice = null;
        int lastTagEnd = raw.lastIndexOf('>');
        int lastBraceEnd = raw.lastIndexOf('}');
        for (int i = 0; i < raw.length(); i++) {
            if (i < lastTagEnd && opensTag(raw, i)) {
                int end = raw.indexOf('>', i);
                voice = voice == null ? voiceIn(raw.substring(i + 1, end)) : voice;
                i = end;
            } else if (i < lastBraceEnd && raw.startsWith("{\\", i)) {
                i = raw.indexOf('}', i);
            } else {
                plain.append(raw.charAt(i));
            }
        }
        return new CueText(voice, readable(Parser.unescapeEntities(plain.toString(), false)));
    }

    /** A "less than" in running text is none. */
    private static boolean opensTag(String raw, int at) {
        if (raw.charAt(at) != '<') {
            return false;
        }
        char next = raw.charAt(at + 1);
        return Character.isLetterOrDigit(next) || next == '/' || next == '.' || next == '>';
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

    /** Lines without blanks at their ends, control characters and runs of spaces; blank lines are left out. */
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
