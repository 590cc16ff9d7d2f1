/** Turns of whoever reads files of unknown origin: how many at once, and how long. */
@NullMarked
package io.eventjobs.worker.session.attachment.lane;

import org.jspecify.annotations.NullMarked;
