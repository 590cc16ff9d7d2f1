/** Commands for operators: dead letters and their replays, the queue, the audit log, public events. */
@NullMarked
package io.eventjobs.standalone.cli.ops;

import org.jspecify.annotations.NullMarked;
