/** Subtitles and given transcripts to a readable text with times. */
@NullMarked
package io.eventjobs.worker.session.media;

import org.jspecify.annotations.NullMarked;
