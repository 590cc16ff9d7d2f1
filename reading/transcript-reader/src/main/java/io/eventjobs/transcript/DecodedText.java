package io.eventjobs.transcript;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file.
 *
 * @param guessed name of the character set, if it is a guess; null if it is certain
 */
record DecodedText(String text, @Nullable String guessed) {
    /** The end of a sentence. */
    Optional<String> warning() {
        return guessed == null
                ? Optional.empty()
                : Optional.of("the character set is not named, and was taken to be " + guessed);
    }
}
