/** Idempotency: a repeated request is answered with the record that the first one made. */
@NullMarked
package io.eventjobs.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
