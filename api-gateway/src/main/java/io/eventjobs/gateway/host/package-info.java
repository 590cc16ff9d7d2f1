/**
 * Limits of hosts: how many jobs may be at one host at once, across all gateways and workers, and until when a host asked to be left alone.
 */
@NullMarked
package io.eventjobs.gateway.host;

import org.jspecify.annotations.NullMarked;
