/** One record for one request, however often the request is repeated. */
@NullMarked
package io.eventjobs.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
