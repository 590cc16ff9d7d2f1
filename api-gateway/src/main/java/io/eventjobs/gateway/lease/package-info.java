/**
 * Lease expiry: when the silence of a worker may be judged, and what happens to expired executions and dispatches.
 */
@NullMarked
package io.eventjobs.gateway.lease;

import org.jspecify.annotations.NullMarked;
