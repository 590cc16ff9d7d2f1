/** Starts and drains the worker. */
@NullMarked
package io.eventjobs.worker.runtime;

import org.jspecify.annotations.NullMarked;
