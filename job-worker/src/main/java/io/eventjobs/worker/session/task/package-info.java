/** The data that steps of a session share: the task, the findings so far, and the policy for missing parts. */
@NullMarked
package io.eventjobs.worker.session.task;

import org.jspecify.annotations.NullMarked;
