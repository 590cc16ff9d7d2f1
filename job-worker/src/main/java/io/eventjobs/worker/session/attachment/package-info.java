/** Reads the attachments of a job, and keeps what was read of each as a checkpoint. */
@NullMarked
package io.eventjobs.worker.session.attachment;

import org.jspecify.annotations.NullMarked;
