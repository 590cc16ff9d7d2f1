/**
 * Clients of services that the operator configured: bounded in size, time and concurrency, with retries where they may help.
 */
@NullMarked
package io.eventjobs.worker.endpoint;

import org.jspecify.annotations.NullMarked;
