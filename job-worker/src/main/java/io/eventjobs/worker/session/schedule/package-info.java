/** The schedule of an event: fetched once for many sessions, merged into their pages. */
@NullMarked
package io.eventjobs.worker.session.schedule;

import org.jspecify.annotations.NullMarked;
