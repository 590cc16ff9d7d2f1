/** Publishes what became true, from the documents in which it stands. */
@NullMarked
package io.eventjobs.gateway.outbox;

import org.jspecify.annotations.NullMarked;
