/** The command event-jobs, which only puts its subcommands together. */
@NullMarked
package io.eventjobs.standalone.cli;

import org.jspecify.annotations.NullMarked;
