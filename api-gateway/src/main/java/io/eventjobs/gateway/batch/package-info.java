/** The record of a batch, and every change of it as a pure function. */
@NullMarked
package io.eventjobs.gateway.batch;

import org.jspecify.annotations.NullMarked;
