/** Enforces the limits of hosts across all gateways: permits, rates, and pauses that hosts ask for. */
@NullMarked
package io.eventjobs.gateway.hostlimit;

import org.jspecify.annotations.NullMarked;
