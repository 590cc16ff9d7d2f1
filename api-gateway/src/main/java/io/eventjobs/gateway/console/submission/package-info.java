/** The page that turns schedules, CSV and lists of URLs into batches, with a preview before anything is sent. */
@NullMarked
package io.eventjobs.gateway.console.submission;

import org.jspecify.annotations.NullMarked;
