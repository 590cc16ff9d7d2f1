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
    private static final String STYLED = "i|b|u|c|ruby|rt|font";

    private static final Pattern TAG = Pattern.compile("<(?:"
            + "(?<style>(?i:i|b|u)|c|ruby|rt)(?<classes>(?:\\.[^\\s<>]*+)?)\\s?"
            + "|/(?i:" + STYLED + "|v|lang|br)(?:\\.[^\\s<>]*+)?\\s?"
            + "|(?i:font)(?:\\s[^<>]*+)?"
            + "|(?<break>(?i:br)\\s?/?)"
            + "|lang(?:\\.[^\\s<>]*+)?(?:\\s[^<>]*+)?"
            + "|v(?:\\.[^\\s<>]*+)?(?<voice>(?:\\s[^<>]*+)?)"
            + "|\\d++(?::\\d++)++(?:[.,]\\d++)?"
            + ")>");

    /** At the end of a cue. */
    private static final Pattern UNFINISHED = Pattern.compile("<(?:|/(?i:" + STYLED
            + "|v|lang)?+|(?:i|b|u|c)\\.[^\\s<>]*+|(?i:font)\\s[^<>]*+|v[\\s.][^<>]*+|\\d++:[\\d:.]*+)\\s*+");

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
                && !(tags.group("style") != null && isTypeArgument(index))
                && !(tags.group("voice") != null && followsName(index));
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
        return raw.charAt(index) == '<'
                && unfinished.region(index, raw.length()).matches()
                && !(followsName(index) && raw.startsWith("<v", index));
    }

    /** As in {@code vector<b>}: it follows a name, and nothing closes it. */
    private boolean isTypeArgument(int index) {
        if (!followsName(index) || !tags.group("classes").isEmpty()) {
            return false;
        }
        String closing = "</" + tags.group("style") + ">";
        return lastClosing.computeIfAbsent(
                        closing.toLowerCase(Locale.ROOT),
                        tag -> Math.max(raw.lastIndexOf(closing), raw.lastIndexOf(tag)))
                < index;
    }

    private boolean followsName(int index) {
        char before = index == 0 ? ' ' : raw.charAt(index - 1);
        return before < 128 && Character.isLetterOrDigit(before) || before == '_';
    }
}
