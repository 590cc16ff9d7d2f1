/** Services that translate, and the check of what they answer. */
@NullMarked
package io.eventjobs.worker.session.language.engine;

import org.jspecify.annotations.NullMarked;
