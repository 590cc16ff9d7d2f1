/** The words for a job and a batch: identifiers, states, parameters, progress, failures, results. */
@NullMarked
package io.eventjobs.model.job;

import org.jspecify.annotations.NullMarked;
