/** Finds in the stored records what memory does not know, and brings permits and dispatches in step again. */
@NullMarked
package io.eventjobs.gateway.recovery;

import org.jspecify.annotations.NullMarked;
