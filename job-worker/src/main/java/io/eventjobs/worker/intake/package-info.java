/** Takes commands from Kafka, one for each free slot. */
@NullMarked
package io.eventjobs.worker.intake;

import org.jspecify.annotations.NullMarked;
