/** Fetches of a session, each of which happens once in the life of a job. */
@NullMarked
package io.eventjobs.worker.session.fetch;

import org.jspecify.annotations.NullMarked;
