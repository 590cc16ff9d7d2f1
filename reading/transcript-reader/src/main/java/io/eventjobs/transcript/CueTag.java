package io.eventjobs.transcript;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tags of subtitle formats in the text of a cue; any other bracket is text, such as {@code List<String>} or {@code <stdio.h>}.
 * Linear in the text.
 */
final class CueTag {
    private static final String STYLED = "i|b|u|s|c|ruby|rt|rp|em|strong|strike|font|span";

    private static final Pattern TAG = Pattern.compile("<(?:"
            + "(?<style>(?i:i|b|u|s|em|strong|strike)|c|ruby|rt|rp)(?<classes>(?:\\.[^\\s<>]*+)?)\\s?"
            + "|/(?i:" + STYLED + "|v|lang|br)(?:\\.[^\\s<>]*+)?\\s?"
            + "|(?i:font|span)(?:\\s[^<>]*+)?"
            + "|(?<break>(?i:br)\\s?/?)"
            + "|lang(?:\\.[^\\s<>]*+)?(?:\\s[^<>]*+)?"
            + "|v(?:\\.[^\\s<>]*+)?(?<voice>(?:\\s[^<>]*+)?)"
            + "|\\d++(?::\\d++)++(?:[.,]\\d++)?"
            + ")>");

    /** At the end of a cue. */
    private static final Pattern UNFINISHED = Pattern.compile("<(?:|/(?i:" + STYLED
            + "|v|lang)?+|(?:i|b|u|s|c)\\.[^\\s<>]*+|(?i:font|span)\\s[^<>]*+|v[\\s.][^<>]*+|\\d++:[\\d:.]*+)\\s*+");

    private final String raw;
    private final Matcher tags;
    private final Matcher unfinished;
    private final Map<String, Integer> lastClosing = new HashMap<>();

    CueTag(String raw) {
        this.raw = raw;
        this.tags = TAG.matcher(raw);
        this.unfinished = UNFINISHED.matcher(raw);
    }

    /** Whether a tag starts here; then the other methods tell of it. */
    boolean isAt(int index) {
        return raw.charAt(index) == '<'
                && tags.region(index, raw.length()).lookingAt()
                && !(tags.group("style") != null && isTypeArgument(index));
    }

    /** The index behind it. */
    int end() {
        return tags.end();
    }

    boolean breaksLine() {
        return tags.group("break") != null;
    }

    /** Whether it ends what a voice says. */
    boolean endsVoice() {
        return tags.group().equalsIgnoreCase("</v>");
    }

    /** What stands in a voice tag behind its classes; null for other tags. */
    @Nullable String voice() {
        return tags.group("voice");
    }

    /** Whether the rest of the text, which has no further closing bracket, is a tag that the end of the cue cut off. */
    boolean isCutOffAt(int index) {
        boolean followsName = index > 0 && isPartOfName(raw.charAt(index - 1));
        return raw.charAt(index) == '<'
                && unfinished.region(index, raw.length()).matches()
                && !(followsName && raw.startsWith("<v", index));
    }

    /** As in {@code vector<b>}: it follows a name, and nothing closes it. */
    private boolean isTypeArgument(int index) {
        if (index == 0
                || !isPartOfName(raw.charAt(index - 1))
                || !tags.group("classes").isEmpty()) {
            return false;
        }
        String closing = "</" + tags.group("style") + ">";
        return lastClosing.computeIfAbsent(
                        closing.toLowerCase(Locale.ROOT),
                        tag -> Math.max(raw.lastIndexOf(closing), raw.lastIndexOf(tag)))
                < index;
    }

    private static boolean isPartOfName(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '_';
    }
}
