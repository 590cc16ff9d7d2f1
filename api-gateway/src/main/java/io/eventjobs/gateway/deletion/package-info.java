/** Purges deleted jobs and batches: a tombstone stays until their events are published and their objects are gone. */
@NullMarked
package io.eventjobs.gateway.deletion;

import org.jspecify.annotations.NullMarked;
