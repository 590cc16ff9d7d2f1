/** Recordings of unknown origin: fetched as a stream, and made into sound that can be sent in segments. */
@NullMarked
package io.eventjobs.worker.session.recording;

import org.jspecify.annotations.NullMarked;
