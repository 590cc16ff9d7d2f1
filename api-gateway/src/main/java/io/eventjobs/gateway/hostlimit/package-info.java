/** Enforces the limits of hosts across all gateways: permits, rates, hosts that asked to be left alone. */
@NullMarked
package io.eventjobs.gateway.hostlimit;

import org.jspecify.annotations.NullMarked;
