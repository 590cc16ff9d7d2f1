/** The public events of jobs and batches, for consumers downstream, and their JSON Schemas. */
@NullMarked
package io.eventjobs.model.event;

import org.jspecify.annotations.NullMarked;
