/** The steps that turn a session into a document; each fetches, reads or writes one part. */
@NullMarked
package io.eventjobs.worker.session.step;

import org.jspecify.annotations.NullMarked;
