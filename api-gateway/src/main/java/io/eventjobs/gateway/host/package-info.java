/**
 * Limits of hosts: how many jobs may use a host at once across all gateways and workers, and until when a host asked for a pause.
 */
@NullMarked
package io.eventjobs.gateway.host;

import org.jspecify.annotations.NullMarked;
