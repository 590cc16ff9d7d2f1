/** What the schedule of an event says of its sessions: found, fetched once for many of them, put before what their pages say. */
@NullMarked
package io.eventjobs.worker.session.schedule;

import org.jspecify.annotations.NullMarked;
