/** Health of the gateway and of its dependencies. */
@NullMarked
package io.eventjobs.gateway.health;

import org.jspecify.annotations.NullMarked;
