/** Webhooks: events delivered to addresses of clients, signed, at least once, by any gateway. */
@NullMarked
package io.eventjobs.gateway.webhook;

import org.jspecify.annotations.NullMarked;
