/** The import of a conference schedule: batches of jobs for the sessions that are new or have changed. */
@NullMarked
package io.eventjobs.standalone.cli.imports;

import org.jspecify.annotations.NullMarked;
