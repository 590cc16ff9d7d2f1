/** Answers what is known of jobs and batches. */
@NullMarked
package io.eventjobs.gateway.query;

import org.jspecify.annotations.NullMarked;
