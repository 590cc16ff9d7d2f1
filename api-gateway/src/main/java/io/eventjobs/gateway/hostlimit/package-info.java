/** Keeps to the limits of hosts, for all gateways together: permits, rates, hosts that asked to be left alone. */
@NullMarked
package io.eventjobs.gateway.hostlimit;

import org.jspecify.annotations.NullMarked;
