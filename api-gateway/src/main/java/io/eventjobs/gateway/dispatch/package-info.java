/** Which waiting job is handed out next, and to how many free slots. */
@NullMarked
package io.eventjobs.gateway.dispatch;

import org.jspecify.annotations.NullMarked;
