/** The records of jobs and batches in MongoDB: their shape, their transitions as pure functions, their conditional updates. */
@NullMarked
package io.eventjobs.gateway.record;

import org.jspecify.annotations.NullMarked;
