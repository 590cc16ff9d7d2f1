/** Prepares the services for gateways and workers, once for each installation: indexes, topics, the bucket. */
@NullMarked
package io.eventjobs.gateway.bootstrap;

import org.jspecify.annotations.NullMarked;
