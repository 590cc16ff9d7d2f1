/** Accepts jobs and batches: validated, all or nothing, idempotent. */
@NullMarked
package io.eventjobs.gateway.submission;

import org.jspecify.annotations.NullMarked;
