/** Reads the attachments of a job, each with a checkpoint. */
@NullMarked
package io.eventjobs.worker.session.attachment;

import org.jspecify.annotations.NullMarked;
