/** One execution of one job: what it is given, how it ends, who runs it. */
@NullMarked
package io.eventjobs.worker.execution;

import org.jspecify.annotations.NullMarked;
