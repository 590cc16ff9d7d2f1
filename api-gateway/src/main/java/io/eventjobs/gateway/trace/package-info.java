/** The traces of jobs and requests: what the gateway does for an attempt, from the request that created the job to its events. */
@NullMarked
package io.eventjobs.gateway.trace;

import org.jspecify.annotations.NullMarked;
