/** The pages of dead letters and replays: by cause, selection by filter, dry run, progress. */
@NullMarked
package io.eventjobs.gateway.console.deadletter;

import org.jspecify.annotations.NullMarked;
