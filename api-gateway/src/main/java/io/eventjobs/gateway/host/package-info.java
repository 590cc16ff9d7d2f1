/** How many jobs may be at one host at once, over all gateways and workers, and when a host wants to be left alone. */
@NullMarked
package io.eventjobs.gateway.host;

import org.jspecify.annotations.NullMarked;
