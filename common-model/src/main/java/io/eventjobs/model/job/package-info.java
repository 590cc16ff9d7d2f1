/** The model of jobs and batches: identifiers, states, parameters, progress, failures, results. */
@NullMarked
package io.eventjobs.model.job;

import org.jspecify.annotations.NullMarked;
