/** Reads subtitles and chapters into a transcript; {@link Subtitles} is the way in. */
@NullMarked
package io.eventjobs.transcript;

import org.jspecify.annotations.NullMarked;
