/** Reads subtitles and chapters into a transcript; {@link Subtitles} is the entry point. */
@NullMarked
package io.eventjobs.transcript;

import org.jspecify.annotations.NullMarked;
