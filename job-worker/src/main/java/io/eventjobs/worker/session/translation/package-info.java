/** In which language a session is, and the translation of it. */
@NullMarked
package io.eventjobs.worker.session.translation;

import org.jspecify.annotations.NullMarked;
