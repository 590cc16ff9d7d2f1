/** Schedules of conferences in the forms that conferences publish, read into one. */
@NullMarked
package io.eventjobs.schedule;

import org.jspecify.annotations.NullMarked;
