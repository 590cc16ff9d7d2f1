/** What is left of deleted jobs and batches, until all that they made is gone. */
@NullMarked
package io.eventjobs.gateway.deletion;

import org.jspecify.annotations.NullMarked;
