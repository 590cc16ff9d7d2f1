/** Leases: since when the silence of a worker may be judged, and what happens to jobs and dispatches whose time is over. */
@NullMarked
package io.eventjobs.gateway.lease;

import org.jspecify.annotations.NullMarked;
