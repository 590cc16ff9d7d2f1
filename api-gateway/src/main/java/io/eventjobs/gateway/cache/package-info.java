/** What is kept in memory for a while, within bounds. */
@NullMarked
package io.eventjobs.gateway.cache;

import org.jspecify.annotations.NullMarked;
