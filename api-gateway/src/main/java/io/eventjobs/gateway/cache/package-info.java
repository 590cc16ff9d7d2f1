/** Bounded in-memory caches. */
@NullMarked
package io.eventjobs.gateway.cache;

import org.jspecify.annotations.NullMarked;
