/** Archives of unknown origin. */
@NullMarked
package io.eventjobs.worker.session.attachment.archive;

import org.jspecify.annotations.NullMarked;
