/** The bundle of a session: paths, hashes, the ZIP, and storing all of it. */
@NullMarked
package io.eventjobs.worker.session.bundle;

import org.jspecify.annotations.NullMarked;
