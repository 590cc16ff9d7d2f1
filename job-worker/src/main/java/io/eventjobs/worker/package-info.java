/** The worker process. */
@NullMarked
package io.eventjobs.worker;

import org.jspecify.annotations.NullMarked;
