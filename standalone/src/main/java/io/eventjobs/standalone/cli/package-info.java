/** The command line. */
@NullMarked
package io.eventjobs.standalone.cli;

import org.jspecify.annotations.NullMarked;
