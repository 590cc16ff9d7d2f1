/** Liveness and readiness of a worker, over HTTP where it has a management port. */
@NullMarked
package io.eventjobs.worker.health;

import org.jspecify.annotations.NullMarked;
