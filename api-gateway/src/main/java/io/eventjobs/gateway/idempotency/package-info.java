/** Idempotency: a repeated request returns the record that the first one created. */
@NullMarked
package io.eventjobs.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
