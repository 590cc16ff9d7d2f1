/** Pausing a batch, failing all of it. */
@NullMarked
package io.eventjobs.gateway.batch;

import org.jspecify.annotations.NullMarked;
