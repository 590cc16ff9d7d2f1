/** What the schedule of an event says of its sessions: fetched once for many of them, merged into their pages. */
@NullMarked
package io.eventjobs.worker.session.schedule;

import org.jspecify.annotations.NullMarked;
