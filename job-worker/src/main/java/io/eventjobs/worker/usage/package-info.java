/** Usage of a job: the addresses read for it, the models used, and their cost. */
@NullMarked
package io.eventjobs.worker.usage;

import org.jspecify.annotations.NullMarked;
