/** The command event-jobs, which assembles its subcommands. */
@NullMarked
package io.eventjobs.standalone.cli;

import org.jspecify.annotations.NullMarked;
