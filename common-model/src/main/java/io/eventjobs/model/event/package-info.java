/** What became true, for everyone downstream. */
@NullMarked
package io.eventjobs.model.event;

import org.jspecify.annotations.NullMarked;
