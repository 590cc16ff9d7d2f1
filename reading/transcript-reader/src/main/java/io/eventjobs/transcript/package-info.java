/** What was said: subtitles in their formats, and the transcript that is made of them. */
@NullMarked
package io.eventjobs.transcript;

import org.jspecify.annotations.NullMarked;
