/** The roles of a gateway: which of the gateway's duties this process has. */
@NullMarked
package io.eventjobs.gateway.role;

import org.jspecify.annotations.NullMarked;
