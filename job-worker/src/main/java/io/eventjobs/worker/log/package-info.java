/** The keys of the worker's structured log lines. */
@NullMarked
package io.eventjobs.worker.log;

import org.jspecify.annotations.NullMarked;
