/** Wires the background tasks of a gateway: dispatch, projection, leases, outbox, counts, recovery. */
@NullMarked
package io.eventjobs.gateway.control;

import org.jspecify.annotations.NullMarked;
