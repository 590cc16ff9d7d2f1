/** The audit log: who did what, and when. */
@NullMarked
package io.eventjobs.gateway.audit;

import org.jspecify.annotations.NullMarked;
