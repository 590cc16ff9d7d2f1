/** What the gateway says of itself and of what it depends on. */
@NullMarked
package io.eventjobs.gateway.health;

import org.jspecify.annotations.NullMarked;
