/** Takes away what nobody needs any more, and never what won. */
@NullMarked
package io.eventjobs.gateway.sweep;

import org.jspecify.annotations.NullMarked;
