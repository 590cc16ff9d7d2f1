/** What a job is made of: the addresses that were read for it, the models that were used, and what that costs. */
@NullMarked
package io.eventjobs.worker.usage;

import org.jspecify.annotations.NullMarked;
