/** Results of finished steps, kept in the object store so that no run does them again (docs/adr/0010). */
@NullMarked
package io.eventjobs.worker.checkpoint;

import org.jspecify.annotations.NullMarked;
