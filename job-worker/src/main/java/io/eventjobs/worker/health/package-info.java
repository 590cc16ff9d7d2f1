/** Liveness and readiness of a worker, over HTTP if it has a management port. */
@NullMarked
package io.eventjobs.worker.health;

import org.jspecify.annotations.NullMarked;
