/** Queries about jobs, batches and events. */
@NullMarked
package io.eventjobs.gateway.query;

import org.jspecify.annotations.NullMarked;
