/** Finds the transcript of a session: given, named by the page, or beside a recording. */
@NullMarked
package io.eventjobs.worker.session.transcript;

import org.jspecify.annotations.NullMarked;
