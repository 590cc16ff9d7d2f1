/** Finds the transcript of a session: given with the job, linked on the page, or next to a recording. */
@NullMarked
package io.eventjobs.worker.session.transcript;

import org.jspecify.annotations.NullMarked;
