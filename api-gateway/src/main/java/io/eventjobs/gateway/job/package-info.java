/** The record of a job, and every transition of it as a pure function. */
@NullMarked
package io.eventjobs.gateway.job;

import org.jspecify.annotations.NullMarked;
