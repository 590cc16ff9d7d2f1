/** The pages of batches: the list, one batch by track, its actions. */
@NullMarked
package io.eventjobs.gateway.console.batch;

import org.jspecify.annotations.NullMarked;
