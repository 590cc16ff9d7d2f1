/** Text in pieces that can be translated without their markup. */
@NullMarked
package io.eventjobs.worker.session.language.segment;

import org.jspecify.annotations.NullMarked;
