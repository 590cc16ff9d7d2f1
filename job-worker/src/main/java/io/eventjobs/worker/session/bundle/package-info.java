/** Names, hashes, the ZIP, the upload. */
@NullMarked
package io.eventjobs.worker.session.bundle;

import org.jspecify.annotations.NullMarked;
