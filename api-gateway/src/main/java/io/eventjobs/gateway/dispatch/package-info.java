/** The jobs of the partitions that this gateway owns, and which of the waiting ones is dispatched next. */
@NullMarked
package io.eventjobs.gateway.dispatch;

import org.jspecify.annotations.NullMarked;
