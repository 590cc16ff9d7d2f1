/** What was said: subtitles in their formats, and the transcript that is made of them. */
@NullMarked
package io.eventjobs.worker.session.media;

import org.jspecify.annotations.NullMarked;
