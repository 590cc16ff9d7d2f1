/**
 * Lease expiry: from when the silence of a worker may be judged, and what happens to executions and dispatches that are out of time.
 */
@NullMarked
package io.eventjobs.gateway.lease;

import org.jspecify.annotations.NullMarked;
