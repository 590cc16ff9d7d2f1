/** Results of finished steps, stored so that no later execution computes them again (docs/adr/0010). */
@NullMarked
package io.eventjobs.worker.checkpoint;

import org.jspecify.annotations.NullMarked;
