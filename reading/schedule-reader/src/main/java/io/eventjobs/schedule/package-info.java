/** Reads the schedules of conferences, in the formats that conferences publish, into one model; {@link ScheduleReader} is the way in. */
@NullMarked
package io.eventjobs.schedule;

import org.jspecify.annotations.NullMarked;
