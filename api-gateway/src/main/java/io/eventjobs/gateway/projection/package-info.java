/** Turns what workers report into state, and looks after what they no longer report. */
@NullMarked
package io.eventjobs.gateway.projection;

import org.jspecify.annotations.NullMarked;
