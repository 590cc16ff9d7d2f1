/** Accepts jobs and batches: whole, validated, once. */
@NullMarked
package io.eventjobs.gateway.submission;

import org.jspecify.annotations.NullMarked;
