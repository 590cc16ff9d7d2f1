/** What the steps of a session share: the task, what has been found so far, and what becomes of what is missing. */
@NullMarked
package io.eventjobs.worker.session.task;

import org.jspecify.annotations.NullMarked;
