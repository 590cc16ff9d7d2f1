/** The gateway process. */
@NullMarked
package io.eventjobs.gateway;

import org.jspecify.annotations.NullMarked;
