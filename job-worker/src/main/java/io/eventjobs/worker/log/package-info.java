/** What the log lines of a worker have in common. */
@NullMarked
package io.eventjobs.worker.log;

import org.jspecify.annotations.NullMarked;
