package io.eventjobs.transcript;

import org.jspecify.annotations.Nullable;

/**
 * A subtitle cue: text displayed from one time to another.
 *
 * @param voice the speaker; null if unspecified, empty for an unnamed new speaker
 * @param text plain text without markup; non-blank lines separated by {@code \n}
 */
public record Cue(long startMillis, long endMillis, @Nullable String voice, String text) {
    Cue withText(String other) {
        return new Cue(startMillis, endMillis, voice, other);
    }
}
