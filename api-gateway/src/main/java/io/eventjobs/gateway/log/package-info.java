/** The keys of the gateway's structured log lines. */
@NullMarked
package io.eventjobs.gateway.log;

import org.jspecify.annotations.NullMarked;
