/** Who did what. */
@NullMarked
package io.eventjobs.gateway.audit;

import org.jspecify.annotations.NullMarked;
