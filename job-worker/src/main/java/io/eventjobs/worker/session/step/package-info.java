/** The steps by which a session becomes a document: each fetches, reads or writes one part of it. */
@NullMarked
package io.eventjobs.worker.session.step;

import org.jspecify.annotations.NullMarked;
