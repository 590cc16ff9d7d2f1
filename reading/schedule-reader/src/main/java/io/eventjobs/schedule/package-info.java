/** Reads conference schedules, in all common formats, into one model; {@link ScheduleReader} is the entry point. */
@NullMarked
package io.eventjobs.schedule;

import org.jspecify.annotations.NullMarked;
