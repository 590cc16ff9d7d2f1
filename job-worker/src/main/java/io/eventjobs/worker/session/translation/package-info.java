/** Detects the language of a session and translates its texts. */
@NullMarked
package io.eventjobs.worker.session.translation;

import org.jspecify.annotations.NullMarked;
