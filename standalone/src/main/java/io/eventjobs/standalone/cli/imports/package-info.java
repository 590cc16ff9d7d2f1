/** A whole schedule as batches: which sessions there are jobs for, which are new, which have changed. */
@NullMarked
package io.eventjobs.standalone.cli.imports;

import org.jspecify.annotations.NullMarked;
