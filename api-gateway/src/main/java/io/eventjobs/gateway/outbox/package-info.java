/** The transactional outbox: publishes events from the documents that they are stored in, at least once and in order. */
@NullMarked
package io.eventjobs.gateway.outbox;

import org.jspecify.annotations.NullMarked;
