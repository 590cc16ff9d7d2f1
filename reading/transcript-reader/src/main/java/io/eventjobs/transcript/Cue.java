package io.eventjobs.transcript;

import org.jspecify.annotations.Nullable;

/**
 * A cue of subtitles: what is shown from one time to another.
 *
 * @param voice who speaks; null if the subtitles do not say, empty if they only say that it is somebody else
 * @param text plain, without markup; lines parted by {@code \n}, none of them blank
 */
public record Cue(long startMillis, long endMillis, @Nullable String voice, String text) {
    Cue withText(String other) {
        return new Cue(startMillis, endMillis, voice, other);
    }
}
