/** Translation services, and the check of their translations. */
@NullMarked
package io.eventjobs.worker.session.translation.engine;

import org.jspecify.annotations.NullMarked;
