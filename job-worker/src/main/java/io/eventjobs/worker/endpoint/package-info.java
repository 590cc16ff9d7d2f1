/**
 * Calls of services that the operator configured: bounded in size, time and concurrency, retried where that may help.
 */
@NullMarked
package io.eventjobs.worker.endpoint;

import org.jspecify.annotations.NullMarked;
