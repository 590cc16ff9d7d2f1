/** Wires the background duties of a gateway: dispatch, projection, leases, outbox, counts, recovery. */
@NullMarked
package io.eventjobs.gateway.control;

import org.jspecify.annotations.NullMarked;
