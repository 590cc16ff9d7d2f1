/** Finds in the stored records what is missing in memory, and reconciles permits with dispatches. */
@NullMarked
package io.eventjobs.gateway.recovery;

import org.jspecify.annotations.NullMarked;
