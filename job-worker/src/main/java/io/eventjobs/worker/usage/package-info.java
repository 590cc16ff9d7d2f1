/** What models are used for a job, and what that costs. */
@NullMarked
package io.eventjobs.worker.usage;

import org.jspecify.annotations.NullMarked;
