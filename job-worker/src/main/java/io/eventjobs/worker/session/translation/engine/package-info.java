/** Services that translate, and the check of what they answer. */
@NullMarked
package io.eventjobs.worker.session.translation.engine;

import org.jspecify.annotations.NullMarked;
